using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>The organisers' pages of one event, as they use them.</summary>
internal static class Desk
{
    /// <summary>Announces an event in the department; gives the address of its list of registrations.</summary>
    public static async Task<string> AnnounceAsync(this Visitor organizer, string title, params (string Name, string? Value)[] terms)
    {
        await organizer.CreateEventAsync(title, changes: [("RegistrationPart.Enabled", "true"), .. terms]);
        return await organizer.DeskAsync(title);
    }

    /// <summary>The address of an event's list of registrations.</summary>
    public static async Task<string> DeskAsync(this Visitor organizer, string title) =>
        "/Admin/Seminars/Registrations/" + (await organizer.EditAddressAsync("Event", title)).Split('/')[^2];

    /// <summary>The names in the list, from the top.</summary>
    public static string[] Names(this Page list) =>
        [.. list.Document.QuerySelectorAll(".seminar-registrations tbody th a").Select(name => name.TextContent.Trim())];

    /// <summary>The words in a column of the list, from the top.</summary>
    public static string[] Column(this Page list, string head) =>
        [.. list.Document.QuerySelectorAll($".seminar-registrations td[data-label='{head}']").Select(cell => cell.TextContent.Trim())];

    /// <summary>Registers people who are called as their addresses begin.</summary>
    public static async Task RegisterAllAsync(this Visitor visitor, string path, params string[] names)
    {
        foreach (var name in names)
        {
            await visitor.RegisterAsync($"{name.ToLowerInvariant()}@example.org", name, path);
        }
    }
}
