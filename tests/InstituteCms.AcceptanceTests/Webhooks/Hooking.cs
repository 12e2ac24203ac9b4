using System.Globalization;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Webhooks;

/// <summary>The admin's pages of webhooks as an administrator uses them.</summary>
public static class Hooking
{
    private static readonly TimeSpan _tokyo = TimeSpan.FromHours(9);

    /// <summary>A site that may call these programs, although they are on this machine.</summary>
    public static TestSite SiteThatMayCall(params string[] hosts) => new()
    {
        Settings = hosts.Index().ToDictionary(host => $"OrchardCore:InstituteCms_Webhooks:Hosts:{host.Index}", string? (host) => host.Item),
    };

    public static async Task<Visitor> AdministratorAsync(this TestSite site, string tenant = "")
    {
        var administrator = site.Visit(tenant);
        await administrator.SignInAsync();
        return administrator;
    }

    /// <summary>Sets an endpoint up that is told of these kinds.</summary>
    /// <returns>The page that follows, and the secret that it shows this once.</returns>
    public static async Task<(Page Log, string Secret)> AddEndpointAsync(this Visitor administrator, string url, params string[] kinds)
    {
        var form = await administrator.GetAsync("/Admin/Seminars/Webhooks/Create");
        var log = await administrator.FollowAsync(await administrator.SubmitAsync(
            form, "form:has([name=Url])", [("Url", url), .. kinds.Select(kind => ("Kinds", (string?)kind))]));
        var secret = log.Document.QuerySelector("#new-secret")?.GetAttribute("value") ?? throw new InvalidOperationException("No secret on " + log.Text);
        return (await administrator.GetAsync(log.Address), secret);
    }

    /// <summary>Changes an event and publishes it.</summary>
    public static async Task ChangeEventAsync(this Visitor editor, string title, params (string Name, string? Value)[] changes)
    {
        var form = await editor.GetAsync(await editor.EditAddressAsync("Event", title));
        var done = await editor.SubmitAsync(form, Editing.EditorForm, [.. changes, ("submit.Publish", "submit.Publish")]);
        Assert.NotNull(done.RedirectsTo);
    }

    /// <summary>Waits until the program has heard these kinds, in this order, and nothing else.</summary>
    public static async Task UntilHeardAsync(this TestSite site, HookReceiver receiver, params string[] kinds)
    {
        await site.UntilAsync(
            "Default", () => Task.FromResult(receiver.Came.Count >= kinds.Length), () => site.Clock.Advance(TimeSpan.FromMinutes(1)), $"for {string.Join(", ", kinds)}");
        Assert.Equal(kinds, receiver.Kinds);
    }

    /// <summary>What a date field takes for so many hours from the site's now, in Tokyo.</summary>
    public static string InHours(this TestSite site, double hours) =>
        site.Clock.GetUtcNow().AddHours(hours).ToOffset(_tokyo).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
