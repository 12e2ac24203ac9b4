using System.Diagnostics;
using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace InstituteCms.Benchmarks;

/// <summary>The host as a process of its own on an empty data folder, with the sites of the recipes.</summary>
internal sealed class MeasuredSite : IAsyncDisposable
{
    private const string Password = "correct horse battery";

    private readonly Process _process;
    private readonly string _data;
    private readonly HttpClient _http;
    private readonly HttpClient _visitor;

    private int _registrants;

    private MeasuredSite(Process process, string data, HttpClient http)
    {
        _process = process;
        _data = data;
        _http = http;
        _visitor = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = http.BaseAddress, Timeout = http.Timeout };
    }

    public static async Task<MeasuredSite> StartAsync(string? postgres = null)
    {
        var data = Directory.CreateTempSubdirectory("institute-cms-").FullName;
        const string address = "http://127.0.0.1:58233";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "InstituteCms.Web.dll"), "--urls", address]) { WorkingDirectory = AppContext.BaseDirectory, RedirectStandardOutput = true };
        start.Environment["ORCHARD_APP_DATA"] = data;
        start.Environment["OrchardCore__OrchardCore_AutoSetup__Tenants__1__AdminPassword"] = Password;
        foreach (var unlimited in new[] { "LeastSeconds", "RegistrationsPerAddressAndMinute", "RegistrationsPerEmailAndHour", "RegistrationsPerEventAndMinute" })
        {
            start.Environment["OrchardCore__InstituteCms_Abuse__" + unlimited] = "0";
        }

        start.Environment["OrchardCore__InstituteCms_Api__RequestsPerAddressAndMinute"] = "1000000"; // Counted like any, and never refused.
        foreach (var (name, value) in postgres is null ? [] : AcceptanceTests.Sites.PostgresSite.ProcessEnvironment(postgres))
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;

        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.Contains("Ctrl+C ends", StringComparison.Ordinal))
        {
        }

        // Read on, so that the host never waits for its output to be taken.
        _ = process.StandardOutput.ReadToEndAsync();
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(10) };
        return new MeasuredSite(process, data, http);
    }

    /// <summary>What the host's process has used up since it started.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public async Task<Answer> ReadAsync(string path)
    {
        using var response = await _http.GetAsync(path);
        response.EnsureSuccessStatusCode();
        return new Answer((int)response.StatusCode, response.Content.Headers.ContentType!.ToString(), await response.Content.ReadAsByteArrayAsync());
    }

    public Func<Task> Getting(string path) => async () => await _http.GetByteArrayAsync(path);

    /// <summary>Signs in as a tenant's administrator.</summary>
    public async Task SignInAsync(string tenant)
    {
        var login = await FormAsync(tenant + "Login", "form[method=post]", ("UserName", "admin"), ("Password", Password));
        await _http.PostAsync(login.Action, login.Content);
    }

    /// <summary>Takes the limit off an open event of a tenant, and gives an action that registers one more person.</summary>
    public async Task<Func<Task>> RegisteringAsync(string tenant, string @event)
    {
        await SignInAsync(tenant);
        var list = await DocumentAsync(tenant + "Admin/Contents/ContentItems/Event");
        var register = tenant + @event + "/register";
        var title = (await DocumentAsync(tenant + @event)).QuerySelector("h1")!.TextContent.Trim();
        var edit = list.QuerySelectorAll("a[href*='/Edit']").First(a => a.TextContent.Contains(title, StringComparison.Ordinal)).GetAttribute("href")!;
        var editor = await FormAsync(edit, "form:has([name='RegistrationPart.Capacity'])", ("RegistrationPart.Capacity", ""), ("submit.Publish", "submit.Publish"));
        using (var saved = await _http.PostAsync(editor.Action, editor.Content))
        {
            if (saved.StatusCode != HttpStatusCode.Redirect)
            {
                throw new InvalidOperationException("The event's limit could not be taken off.");
            }
        }

        // A visitor's, who is nobody to the site; the cookie that goes with the form stands for all of them.
        using var page = await _visitor.GetAsync(register);
        var form = (IHtmlFormElement)(await new HtmlParser().ParseDocumentAsync(await page.Content.ReadAsStringAsync())).QuerySelector("form[method=post]")!;
        var fields = AcceptanceTests.Sites.Form.Read(form);
        _visitor.DefaultRequestHeaders.Add("Cookie", string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
        return async () =>
        {
            var number = Interlocked.Increment(ref _registrants).ToString(CultureInfo.InvariantCulture);
            var mine = fields.Where(f => f.Key is not ("Form.Name" or "Form.Email" or "Form.Consent"))
                .Append(new("Form.Name", "Person " + number)).Append(new("Form.Email", $"person{number}@example.org")).Append(new("Form.Consent", "true"));
            using var content = new FormUrlEncodedContent(mine);
            using var response = await _visitor.PostAsync(register, content);
            if (response.StatusCode != HttpStatusCode.Redirect)
            {
                throw new InvalidOperationException($"Registration {number} answered {response.StatusCode}.");
            }
        };
    }

    /// <summary>Puts a package in, by the page for it. The administrator is signed in.</summary>
    public async Task ImportAsync(string tenant, byte[] package)
    {
        const string form = "form[action$='/Import']";
        var page = await DocumentAsync(tenant + "Admin/Deployment/Move");
        using var content = new MultipartFormDataContent { { new ByteArrayContent(package), "package", "events.zip" } };
        foreach (var (name, value) in AcceptanceTests.Sites.Form.Read((IHtmlFormElement)page.QuerySelector(form)!))
        {
            content.Add(new StringContent(value), name);
        }

        using var response = await _http.PostAsync(page.QuerySelector(form)!.GetAttribute("action"), content);
        if (response.StatusCode != HttpStatusCode.Redirect || (await DocumentAsync(tenant + "Admin/Deployment/Move")).QuerySelector(".alert-danger") is { } problem)
        {
            throw new InvalidOperationException($"The package was not put in: {response.StatusCode}.");
        }
    }

    /// <summary>Every page of the admin's menu, lists in their usual ways, and the editors of the newest items.</summary>
    public async Task<IReadOnlyList<(string Name, string Path)>> EditorsPagesAsync(string tenant)
    {
        var dashboard = await DocumentAsync(tenant + "Admin");
        var menu = dashboard.QuerySelectorAll("nav a[href*='/Admin/']").Select(link => (Name: link.TextContent.Trim(), Path: link.GetAttribute("href")!));
        var list = tenant + "Admin/Contents/ContentItems/Event";
        var events = (await DocumentAsync(list)).QuerySelectorAll("a[href*='/Edit']").Select(link => link.GetAttribute("href")!);
        var start = await DocumentAsync(events.First());
        return
        [
            ("dashboard", tenant + "Admin"),
            .. menu.DistinctBy(page => page.Path),
            ("events, searched", list + "?q=ocean"),
            ("events, far page", list + "?page=500"),
            ("event editor", events.First()),
            .. start.QuerySelectorAll("a[href*='ForumReport/Create']").Take(1).Select(link => ("report from an event", link.GetAttribute("href")!)),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _visitor.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private async Task<IHtmlDocument> DocumentAsync(string path) => await new HtmlParser().ParseDocumentAsync(await _http.GetStringAsync(path));

    private async Task<(string Action, FormUrlEncodedContent Content)> FormAsync(string path, string selector, params (string Name, string Value)[] values)
    {
        var form = (IHtmlFormElement)(await DocumentAsync(path)).QuerySelector(selector)!;
        var fields = AcceptanceTests.Sites.Form.Read(form);
        foreach (var (name, value) in values)
        {
            fields.RemoveAll(f => f.Key == name);
            fields.Add(new(name, value));
        }

        return (form.GetAttribute("action") is { Length: > 0 } action ? action : path, new FormUrlEncodedContent(fields));
    }
}
