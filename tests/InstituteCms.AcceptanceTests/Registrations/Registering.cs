using System.Net;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>Registers as a visitor does: opens the form, fills it in, sends it.</summary>
public static class Registering
{
    public static async Task<Page> RegisterAsync(this Visitor visitor, string email, string name = "Aiko Example", string @event = Institute.OpenEvent)
    {
        var form = await visitor.GetAsync(@event + "/register");
        return await visitor.SubmitRegistrationAsync(form, email, name);
    }

    public static Task<Page> SubmitRegistrationAsync(this Visitor visitor, Page form, string email, string name = "Aiko Example", string? consent = "true") =>
        visitor.SubmitAsync(form, "main form[method=post]", ("Form.Name", name), ("Form.Email", email), ("Form.Affiliation", "Example University"), ("Form.Consent", consent));

    /// <summary>Asks for a link that was lost.</summary>
    public static async Task<Page> AskForLinkAsync(this Visitor visitor, string email, string @event = Institute.OpenEvent) =>
        await visitor.SubmitAsync(await visitor.GetAsync(@event + "/register/link"), "main form[method=post]", ("Form.Email", email));

    /// <summary>Whether the answer leads to somebody's personal page.</summary>
    public static bool IsSeated(this Page page) => page.Status == HttpStatusCode.Redirect && page.RedirectsTo!.Contains("/registrations/", StringComparison.Ordinal);
}
