using InstituteCms.AcceptanceTests.Sites;
using Microsoft.Playwright;

namespace InstituteCms.BrowserTests;

/// <summary>One site on a real port and one Chromium, for all tests.</summary>
public sealed class BrowserSite : IAsyncLifetime
{
    // Long enough for a loaded machine: a test that waits in vain waits once.
    internal const float Patience = 45_000;

    private readonly TestSite _site = new() { Settings = { ["OrchardCore:InstituteCms_OpenId:AllowHttp"] = "true" } };
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _editorState;

    /// <summary>The site itself: its clock and its mail.</summary>
    public TestSite Site => _site;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _site.UseKestrel(0);
        _site.StartServer();
        _playwright = await Playwright.CreateAsync();
        await LaunchAsync();
        await MakeRoomAsync();
    }

    /// <summary>A visitor's window of this width; with <paramref name="signedIn"/> the department's administrator's.</summary>
    public async Task<Screen> OpenAsync(int width, bool javaScript = true, string language = "en", bool signedIn = false)
    {
        if (signedIn)
        {
            _editorState ??= await SignInAsync();
        }

        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = _site.ClientOptions.BaseAddress.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = javaScript,
            Locale = language,
            ReducedMotion = ReducedMotion.Reduce, // From the first page on: to ask for it later breaks a transition between pages off, which is an error of the script.
            StorageState = signedIn ? _editorState : null,
        });
        context.SetDefaultTimeout(Patience);
        return new Screen(await context.NewPageAsync(), CloseAsync);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await _site.DisposeAsync();
    }

    private async Task LaunchAsync() => _browser = await _playwright!.Chromium.LaunchAsync(new()
    {
        ExecutablePath = "/usr/bin/chromium",
        Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });

    // Chromium at times never answers that a window is closed: the next test then gets a new browser.
    private async ValueTask CloseAsync(IPage page)
    {
        try
        {
            await page.Context.CloseAsync().WaitAsync(TimeSpan.FromSeconds(10));
        }
        catch (TimeoutException)
        {
            await LaunchAsync();
        }
    }

    // Most tests register somebody for the one open event: its seats must do for the last of them, too.
    private async Task MakeRoomAsync()
    {
        await using var screen = await OpenAsync(1280, signedIn: true);
        await screen.EditEventAsync("What Cities Promise");
        await screen.Page.EvalOnSelectorAsync("[name='RegistrationPart.Capacity']", "field => field.value = '200'");
        await screen.Page.ClickAsync(".form-actions button[name='submit.Publish']");
        await Assertions.Expect(screen.Page.Locator(".alert-success").First).ToContainTextAsync("What Cities Promise");
    }

    private async Task<string> SignInAsync()
    {
        await using var screen = await OpenAsync(1280);
        await screen.GoAsync($"/{Institute.Department}/Login");
        await screen.Page.FillAsync("[name=UserName]", "admin");
        await screen.Page.FillAsync("[name=Password]", TestSite.Password);
        await screen.Page.ClickAsync("main button[type=submit]");
        // A click does not wait for the answer; to go on at once would take the sign-in back.
        // The answer is enough: that the page behind it was loaded is at times never told.
        await screen.Page.WaitForURLAsync(url => !url.Contains("/Login", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        await screen.GoAsync(Addresses.Admin);
        return await screen.Page.Context.StorageStateAsync();
    }
}

/// <summary>All tests share the site, and so come one after another.</summary>
[CollectionDefinition(Name)]
public sealed class OneSite : ICollectionFixture<BrowserSite>
{
    public const string Name = "One site";
}
