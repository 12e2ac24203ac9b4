using System.Net;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>The admin as an editor uses it: lists, editors, buttons. One place to know its addresses and form names.</summary>
public static class Editing
{
    public const string EditorForm = "form:has([name='TitlePart.Title'])";

    /// <summary>A valid new event, but for what <paramref name="changes"/> change.</summary>
    public static async Task<Page> CreateEventAsync(this Visitor editor, string title, string button = "submit.Publish", params (string Name, string? Value)[] changes)
    {
        var form = await editor.GetAsync("/Admin/Contents/ContentTypes/Event/Create");
        Assert.Equal(HttpStatusCode.OK, form.Status);
        (string, string?)[] values =
        [
            ("TitlePart.Title", title), ("EventPart.StartLocal", "2099-09-01T10:30"), ("EventPart.EndLocal", "2099-09-01T12:00"), ("EventPart.TimeZoneId", "Asia/Tokyo"),
            .. changes, (button, button),
        ];
        return await editor.SubmitAsync(form, EditorForm, values);
    }

    /// <summary>The titles in the content list.</summary>
    public static async Task<IReadOnlyList<string>> ListedAsync(this Visitor editor, string type) =>
        (await editor.GetAsync($"/Admin/Contents/ContentItems/{type}")).Document.QuerySelectorAll("a[href*='/Edit']").Select(a => a.TextContent.Trim()).ToList();

    /// <summary>Where the item with this title is edited, from the content list.</summary>
    public static async Task<string> EditAddressAsync(this Visitor editor, string type, string title)
    {
        var list = await editor.GetAsync($"/Admin/Contents/ContentItems/{type}");
        return list.Document.QuerySelectorAll("a[href*='/Edit']").First(a => a.TextContent.Contains(title, StringComparison.Ordinal)).GetAttribute("href")!;
    }

    /// <summary>The words at a field of an editor; empty where nothing is wrong.</summary>
    public static string ErrorAt(this Page page, string field) => page.Document.QuerySelector($"[data-valmsg-for='{field}']")?.TextContent.Trim() ?? "";
}
