using System.Net;
using AngleSharp.Html.Dom;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Foundations;

/// <summary>Orchard Core's admin, where the embedded one differs from it.</summary>
internal static class AdminPages
{
    public static Task<Page> SignInOnAsync(this Visitor visitor, Page login, string user, string password) =>
        visitor.SubmitAsync(login, "form.auth-form", ("LoginForm.UserName", user), ("LoginForm.Password", password));

    public static string SignInProblem(this Page page) => page.Document.QuerySelector(".validation-summary-errors")!.TextContent.Trim();

    /// <summary>Whether somebody signed in was told that this is not for them.</summary>
    public static bool IsForbidden(this Page page) =>
        page.Status == HttpStatusCode.Forbidden || page.RedirectsTo?.Contains("/Error/403", StringComparison.Ordinal) == true;

    public static async Task<Page> AddUserAsync(this Visitor administrator, string role, string name)
    {
        var form = await administrator.GetAsync("/Admin/Users/Create");
        var box = form.Document.QuerySelectorAll("input[type=checkbox][name*='.Roles[']").Single(i => i.ParentElement!.TextContent.Trim() == role);
        return await administrator.SubmitAsync(form, "form:has([name='User.UserName'])",
            ("User.UserName", name), ("User.Email", $"{name}@example.org"), ("User.Password", TestSite.Password), ("User.PasswordConfirmation", TestSite.Password),
            (box.GetAttribute("name")!, "true"));
    }

    public static Task<Page> UnpublishAsync(this Visitor editor, string type, string id) => PostLinkAsync(editor, type, $"/{id}/Unpublish");

    public static Task DeleteAsync(this Visitor editor, string type, string id) => PostLinkAsync(editor, type, $"/{id}/Delete");

    /// <summary>Follows a link of the content list that the page's script makes a form of.</summary>
    private static async Task<Page> PostLinkAsync(Visitor editor, string type, string link)
    {
        var list = await editor.GetAsync($"/Admin/Contents/ContentItems/{type}");
        var form = (IHtmlFormElement)list.Document.QuerySelector("form[method=post]:has([name=__RequestVerificationToken])")!;
        form.SetAttribute("action", list.Document.QuerySelector($"a[href*='{link}']")!.GetAttribute("href"));
        form.SetAttribute("id", "posted-link");
        return await editor.SubmitAsync(list, "#posted-link");
    }
}
