using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using InstituteCms.AcceptanceTests.Foundations;

namespace InstituteCms.AcceptanceTests.Sites;

/// <summary>Somebody with a browser: follows links, fills in forms as they stand on the page, keeps cookies.</summary>
public sealed class Visitor : IDisposable
{
    private static readonly HtmlParser _parser = new();

    private readonly HttpClient _http;
    private readonly string _prefix;

    /// <summary><paramref name="http"/> keeps cookies and follows no redirects.</summary>
    public Visitor(HttpClient http, string tenant, string language = "en")
    {
        _prefix = tenant.Length == 0 ? "" : "/" + tenant;
        _http = http;
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    public HttpClient Http => _http;

    /// <summary>Somebody who visits a host that is a process of its own.</summary>
    public static Visitor At(Uri host, string tenant, string language = "en") => new(
        new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = host, Timeout = TimeSpan.FromMinutes(2) },
        tenant,
        language);

    /// <summary>Gets a page of this visitor's tenant; <paramref name="path"/> may also be an address that a page gave.</summary>
    public async Task<Page> GetAsync(string path) => await Page.ReadAsync(await _http.GetAsync(Address(path), TestContext.Current.CancellationToken), _parser);

    /// <summary>Gets a page and follows redirects to the end.</summary>
    public async Task<Page> FollowAsync(string path) => await FollowAsync(await GetAsync(path));

    public async Task<Page> FollowAsync(Page page)
    {
        for (var hops = 0; page.RedirectsTo is { } next && hops < 10; hops++)
        {
            page = await GetAsync(next);
        }

        return page;
    }

    /// <summary>Sends the form that <paramref name="selector"/> finds on the page, with its own values changed by <paramref name="values"/>.</summary>
    public async Task<Page> SubmitAsync(Page page, string selector, params (string Name, string? Value)[] values)
    {
        var form = page.Document.QuerySelector(selector) as IHtmlFormElement
            ?? throw new InvalidOperationException($"No form '{selector}' on {page.Address}:\n{page.Html}");
        var fields = Form.Read(form);
        foreach (var (name, value) in values)
        {
            // Of several boxes with one name a person ticks one and leaves the others as they are.
            if (form.QuerySelectorAll($"input[type=checkbox][name='{name}']").Length < 2)
            {
                fields.RemoveAll(field => field.Key == name);
            }

            if (value is not null)
            {
                fields.Add(new(name, value));
            }
        }

        using var content = new FormUrlEncodedContent(fields);
        var action = form.GetAttribute("action") is { Length: > 0 } a ? a : page.Address;
        return await Page.ReadAsync(await _http.PostAsync(Address(action), content, TestContext.Current.CancellationToken), _parser);
    }

    /// <summary>Signs in as <paramref name="user"/>.</summary>
    public async Task<Page> SignInAsync(string user = "admin", string password = TestSite.Password)
    {
        return await this.SignInOnAsync(await GetAsync("/Login"), user, password);
    }

    public void Dispose() => _http.Dispose();

    private string Address(string path)
    {
        var local = path.StartsWith("http", StringComparison.Ordinal) ? new Uri(path).PathAndQuery : path;
        return _prefix.Length == 0 || local == _prefix || local.StartsWith(_prefix + "/", StringComparison.Ordinal) || local.StartsWith(_prefix + "?", StringComparison.Ordinal) ? local : _prefix + local;
    }
}

/// <summary>An answer, with its document where it is HTML.</summary>
public sealed record Page(HttpStatusCode Status, string Address, string Html, IHtmlDocument Document, HttpResponseMessage Response)
{
    public string? RedirectsTo => (int)Status is >= 300 and < 400 ? Response.Headers.Location?.OriginalString : null;

    /// <summary>The visible words, white space folded.</summary>
    public string Text => string.Join(' ', (Document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static async Task<Page> ReadAsync(HttpResponseMessage response, HtmlParser parser)
    {
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Page(response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, html, await parser.ParseDocumentAsync(html), response);
    }
}
