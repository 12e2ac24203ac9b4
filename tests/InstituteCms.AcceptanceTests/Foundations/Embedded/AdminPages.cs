using System.Net;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Foundations;

/// <summary>The admin's own pages, where the embedded one differs from Orchard Core's.</summary>
internal static class AdminPages
{
    public static Task<Page> SignInOnAsync(this Visitor visitor, Page login, string user, string password) =>
        visitor.SubmitAsync(login, "form[method=post]", ("UserName", user), ("Password", password));

    public static string SignInProblem(this Page page) => page.Document.QuerySelector(".validation-summary")!.TextContent.Trim();

    /// <summary>Whether somebody signed in was told that this is not for them.</summary>
    public static bool IsForbidden(this Page page) => page.Status == HttpStatusCode.Forbidden;

    public static async Task<Page> AddUserAsync(this Visitor administrator, string role, string name)
    {
        var form = await administrator.GetAsync("/Admin/Users/Create");
        var index = form.Document.QuerySelectorAll("input[name$='.Name'][type=hidden]").Select(i => i.GetAttribute("value")).ToList().IndexOf(role);
        Assert.True(index >= 0, $"No role {role} to give.");
        return await administrator.SubmitAsync(form, "form:has([name=UserName])",
            ("UserName", name), ("Email", $"{name}@example.org"), ("Password", TestSite.Password), ($"Roles[{index}].IsSelected", "true"));
    }

    public static async Task<Page> UnpublishAsync(this Visitor editor, string type, string id) =>
        await editor.SubmitAsync(await editor.GetAsync($"/Admin/Contents/ContentItems/{type}"), $"form[action*='{id}/Unpublish']");

    /// <summary>Deletes the item, by way of the page that asks whether to.</summary>
    public static async Task DeleteAsync(this Visitor editor, string type, string id)
    {
        var ask = await editor.GetAsync($"/Admin/Contents/ContentItems/{id}/Delete");
        await editor.FollowAsync(await editor.SubmitAsync(ask, "main form[method=post]"));
    }
}
