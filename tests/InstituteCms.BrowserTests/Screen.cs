using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace InstituteCms.BrowserTests;

/// <summary>A window that remembers whatever went wrong in it.</summary>
public sealed class Screen : IAsyncDisposable
{
    private static readonly string _axe = new BundledAxeScriptProvider().GetScript();
    private static readonly object _everything = new { type = "tag", values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa" } };
    private static readonly object _colours = new { type = "rule", values = new[] { "color-contrast", "link-in-text-block" } };

    private readonly Func<IPage, ValueTask> _close;
    private readonly List<string> _problems = [];
    private bool _isConnected = true;

    public Screen(IPage page, Func<IPage, ValueTask> close)
    {
        _close = close;
        Page = page;
        page.PageError += (_, error) => _problems.Add("Script: " + error);
        page.RequestFailed += (_, request) => Note(_isConnected, $"Failed: {request.Url} {request.Failure}");
        page.Request += (_, request) => Note(new Uri(request.Url).Host is not ("localhost" or "127.0.0.1" or "[::1]" or ""), "Other host: " + request.Url);
        page.Response += (_, response) => Note(response.Status >= 400 && response.Request.ResourceType != "document", $"{response.Status}: {response.Url}");
        // That an address was not found is said by the answer's own status; the console only repeats it.
        page.Console += (_, message) => Note(message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal), "Console: " + message.Text);
    }

    public IPage Page { get; }

    public async Task GoAsync(string path, int status = 200)
    {
        var answer = await Page.GotoAsync(path);
        Assert.True(answer!.Status == status, $"{path} answered {answer.Status}");
    }

    /// <summary>Pulls the plug, or puts it back; what fails meanwhile is no fault of the page.</summary>
    public async Task ConnectAsync(bool isConnected)
    {
        _isConnected = isConnected;
        await Page.Context.SetOfflineAsync(!isConnected);
    }

    /// <summary>Presses Tab until the focus is on what <paramref name="selector"/> finds.</summary>
    public async Task TabToAsync(string selector)
    {
        for (var presses = 0; presses < 200; presses++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
            {
                return;
            }
        }

        Assert.Fail($"Tab never reaches {selector} on {Page.Url}.");
    }

    /// <summary>Goes to a link or button by Tab alone, presses Enter, and waits for the page that it leads to.</summary>
    public async Task TabAndEnterAsync(string selector)
    {
        await TabToAsync(selector);
        var opened = new TaskCompletionSource();
        void Opened(object? sender, IPage page) => opened.TrySetResult();
        Page.DOMContentLoaded += Opened;
        await Page.Keyboard.PressAsync("Enter");
        await opened.Task.WaitAsync(TimeSpan.FromMilliseconds(BrowserSite.Patience));
        Page.DOMContentLoaded -= Opened;
    }

    /// <summary>Types into the field that has the focus, and goes on to the next by Tab.</summary>
    public async Task TypeAsync(params string[] texts)
    {
        foreach (var text in texts)
        {
            await Page.Keyboard.TypeAsync(text);
            await Page.Keyboard.PressAsync("Tab");
        }
    }

    /// <summary>Nothing failed so far, the page fits the window, and axe finds nothing, on light paper and in its colours on dark.</summary>
    public async Task AssertSoundAsync()
    {
        foreach (var (scheme, rules) in new[] { (ColorScheme.Light, _everything), (ColorScheme.Dark, _colours) })
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await KeepPictureAsync(scheme);
            var overflow = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
            Note(overflow > 0, $"{overflow} pixels too wide");
            _problems.AddRange((await FindAsync(rules)).Select(problem => $"{scheme}: {problem}"));
        }

        Assert.True(_problems.Count == 0, $"{Page.Url}\n{string.Join('\n', _problems)}");
    }

    public ValueTask DisposeAsync() => _close(Page);

    // Axe runs in the page itself: the package for Playwright opens a second page for each run, which took longer than all else.
    private async Task<string[]> FindAsync(object rules)
    {
        foreach (var frame in Page.Frames)
        {
            if (!await frame.EvaluateAsync<bool>("'axe' in window"))
            {
                await frame.EvaluateAsync(_axe);
            }
        }

        return await Page.EvaluateAsync<string[]>("""
            async runOnly => (await axe.run(document, { runOnly, resultTypes: ['violations'] })).violations
                .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html} ${node.failureSummary}`))
            """, rules);
    }

    private void Note(bool wrong, string problem)
    {
        if (wrong)
        {
            _problems.Add(problem);
        }
    }

    /// <summary>For a person to look at: set <c>BROWSER_PICTURES</c> to a folder.</summary>
    private async Task KeepPictureAsync(ColorScheme scheme)
    {
        if (Environment.GetEnvironmentVariable("BROWSER_PICTURES") is { Length: > 0 } folder)
        {
            var name = new Uri(Page.Url).AbsolutePath.Trim('/').Replace('/', '-');
            var language = await Page.EvaluateAsync<string>("document.documentElement.lang");
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.{language}.{Page.ViewportSize!.Width}.{scheme}.png"), FullPage = true });
        }
    }
}
