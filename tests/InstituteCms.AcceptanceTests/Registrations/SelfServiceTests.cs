using System.Net;
using System.Text.Json;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Questions;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>What people do behind their personal link: see, change, show a ticket, take their data with them, go.</summary>
public sealed class SelfServiceTests
{
    private const string Room = "/events/a-small-room";

    [Fact]
    public async Task Changes_are_kept_and_the_history_says_what_but_never_what_was_there()
    {
        await using var site = new TestSite();
        using var visitor = await AnnounceAsync(site, [.. Asking.Row(0, "Diet?", "ShortText")]);
        var form = await visitor.GetAsync(Room + "/register");
        var personal = await visitor.FollowAsync(await visitor.AnswerAsync(form, "edit@example.org", (form.FieldOf("Diet?"), "No nuts")));
        var edit = await visitor.GetAsync(personal.Address + "/edit");
        Assert.Equal(("Aiko Example", "No nuts"), (Value(edit, "Form.Name"), Value(edit, edit.FieldOf("Diet?"))));

        var wrong = await visitor.SubmitAsync(edit, "main form[method=post]", ("Form.Name", " "), ("Form.Affiliation", "Kept House"));
        Assert.NotEmpty(wrong.Document.QuerySelector("#Form_Name_error")!.TextContent);
        Assert.Equal("Kept House", Value(wrong, "Form.Affiliation"));

        var saved = await visitor.FollowAsync(await visitor.SubmitAsync(
            edit, "main form[method=post]", ("Form.Name", "Akiko Example"), ("Form.Affiliation", "New House"), (edit.FieldOf("Diet?"), "No fish"), ("Form.Culture", "ja")));

        Assert.Contains("Your changes are saved.", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Akiko Example", saved.Document.QuerySelector(".ticket__name")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No fish", saved.Document.QuerySelector(".answers")!.TextContent, StringComparison.Ordinal);
        using var organizer = site.Visit();
        await organizer.SignInAsync();
        var page = await DeskAsync(organizer, "edit@example.org");
        Assert.Contains("What was changed: name, affiliation, language of mails, answers", page.Document.QuerySelector("main tbody tr:last-child")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Aiko Example", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seat_more_is_taken_or_refused_in_words_and_a_seat_less_goes_to_the_next()
    {
        await using var site = new TestSite();
        using var visitor = await AnnounceAsync(
            site, ("RegistrationPart.Capacity", "3"), ("RegistrationPart.WaitlistLength", "5"), ("RegistrationPart.MaxParty", "3"));
        var party = await PersonalAsync(visitor, "party@example.org");
        var grown = await ResizeAsync(visitor, party, "1", "Ben");
        Assert.Contains("2 (Ben)", grown.Text, StringComparison.Ordinal);
        Assert.Equal(2L, await SeatsAsync(site));
        await PersonalAsync(visitor, "other@example.org");

        var refused = await ResizeAsync(visitor, party, "2", "Ben\nCho");
        Assert.Contains("No seat is free for more people.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(("2", "Ben\nCho"), (Value(refused, "Form.Guests"), refused.Document.QuerySelector("#Form_Companions")!.TextContent.Trim()));
        Assert.Equal(3L, await SeatsAsync(site));
        Assert.Contains("2 (Ben)", (await visitor.GetAsync(party.Address)).Text, StringComparison.Ordinal);

        Assert.Contains("more than one person may bring", (await ResizeAsync(visitor, party, "3", "")).Text, StringComparison.Ordinal);

        var waiting = await PersonalAsync(visitor, "waiting@example.org");
        Assert.Contains("at place 1", waiting.Text, StringComparison.Ordinal);
        var shrunk = await ResizeAsync(visitor, party, "0", "");
        Assert.Contains("1 seat is free for somebody else", shrunk.Text, StringComparison.Ordinal);
        Assert.Contains("You are registered.", (await visitor.GetAsync(waiting.Address)).Text, StringComparison.Ordinal);
        Assert.Equal(3L, await SeatsAsync(site));
    }

    [Fact]
    public async Task Who_waits_may_become_more_or_fewer_and_keeps_the_place()
    {
        await using var site = new TestSite();
        using var visitor = await AnnounceAsync(
            site, ("RegistrationPart.Capacity", "1"), ("RegistrationPart.WaitlistLength", "5"), ("RegistrationPart.MaxParty", "3"));
        await PersonalAsync(visitor, "first@example.org");
        var waiting = await PersonalAsync(visitor, "waiting@example.org");
        await PersonalAsync(visitor, "behind@example.org");

        Assert.Contains("at place 1", (await ResizeAsync(visitor, waiting, "2", "")).Text, StringComparison.Ordinal);

        Assert.Equal((1L, 4L), (await SeatsAsync(site), await site.AskAsync("Default", "SELECT WaitedFor FROM EventSeats")));
        await ResizeAsync(visitor, waiting, "0", "");
        Assert.Equal(2L, await site.AskAsync("Default", "SELECT WaitedFor FROM EventSeats"));
    }

    [Fact]
    public async Task After_the_last_day_for_changes_the_page_only_shows()
    {
        await using var site = new TestSite();
        using var visitor = await AnnounceAsync(site, ("RegistrationPart.ChangesUntilLocal", "2026-12-24T00:00"));
        var personal = await PersonalAsync(visitor, "late@example.org");
        var edit = await visitor.GetAsync(personal.Address + "/edit");
        Assert.Equal(HttpStatusCode.OK, edit.Status);

        site.Clock.Advance(new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc) - site.Clock.GetUtcNow().UtcDateTime);

        var answer = await visitor.FollowAsync(await visitor.SubmitAsync(edit, "main form[method=post]", ("Form.Name", "Too Late")));
        Assert.Contains("the time for changes is over", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Too Late", answer.Text, StringComparison.Ordinal);
        Assert.EndsWith(personal.Address, (await visitor.GetAsync(personal.Address + "/edit")).RedirectsTo!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ticket_is_for_those_with_a_seat_and_its_code_opens_nothing()
    {
        await using var site = new TestSite();
        using var visitor = await AnnounceAsync(site, ("RegistrationPart.Capacity", "1"), ("RegistrationPart.WaitlistLength", "1"));
        var seated = await PersonalAsync(visitor, "seated@example.org");
        var waiting = await PersonalAsync(visitor, "waiting@example.org");

        var ticket = await visitor.GetAsync(seated.Address + "/ticket");

        Assert.NotNull(ticket.Document.QuerySelector(".pass svg[role=img]"));
        var code = ticket.Document.QuerySelector(".pass__letters")!.TextContent.Trim();
        Assert.Matches("^[0-9A-Z]{4} [0-9A-Z]{4}$", code);
        Assert.DoesNotContain(seated.Address.Split('/')[^1], ticket.Document.QuerySelector(".pass")!.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/registrations/" + code.Replace(" ", "", StringComparison.Ordinal))).Status);
        Assert.EndsWith(waiting.Address, (await visitor.GetAsync(waiting.Address + "/ticket")).RedirectsTo!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_data_is_whole_as_json_and_as_a_safe_table_and_of_nobody_else()
    {
        await using var site = new TestSite();
        using var visitor = await AnnounceAsync(site, [.. Asking.Row(0, "Diet?", "ShortText")]);
        await PersonalAsync(visitor, "stranger@example.org");
        var form = await visitor.GetAsync(Room + "/register");
        var personal = await visitor.FollowAsync(await visitor.AnswerAsync(form, "own@example.org", ("Form.Affiliation", "=cmd()"), (form.FieldOf("Diet?"), "No nuts")));
        await site.MailAsync("Default", "own@example.org", 1);

        var json = await visitor.GetAsync(personal.Address + "/data.json");
        var data = JsonDocument.Parse(json.Html).RootElement;
        Assert.Equal("own@example.org", data.GetProperty("email").GetString());
        Assert.Equal("No nuts", data.GetProperty("answers")[0].GetProperty("values")[0].GetString());
        Assert.Equal("Confirmed", data.GetProperty("history")[0].GetProperty("to").GetString());
        Assert.Equal(
            personal.Document.QuerySelectorAll("#privacy-notice p").Select(line => line.TextContent.Trim()), data.GetProperty("privacyNotice").GetString()!.Split('\n').Select(line => line.Trim()));
        Assert.Equal("Confirmed", data.GetProperty("mails")[0].GetProperty("kind").GetString());
        Assert.Equal("attachment", json.Response.Content.Headers.ContentDisposition!.DispositionType);

        var csv = (await visitor.GetAsync(personal.Address + "/data.csv")).Html;
        Assert.Contains("'=cmd()", csv, StringComparison.Ordinal);
        Assert.Contains("Diet?,No nuts", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("stranger", json.Html + csv, StringComparison.Ordinal);
    }

    private static string Value(Page page, string name) => page.Document.QuerySelector($"[name='{name}']")!.GetAttribute("value") ?? "";

    private static async Task<Visitor> AnnounceAsync(TestSite site, params (string Name, string? Value)[] terms)
    {
        using var editor = site.Visit();
        await editor.SignInAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await editor.CreateEventAsync("A small room", changes: [("RegistrationPart.Enabled", "true"), .. terms])).Status);
        return site.Visit();
    }

    private static async Task<Page> PersonalAsync(Visitor visitor, string email) => await visitor.FollowAsync(await visitor.RegisterAsync(email, @event: Room));

    private static async Task<Page> ResizeAsync(Visitor visitor, Page personal, string guests, string companions) => await visitor.FollowAsync(await visitor.SubmitAsync(
        await visitor.GetAsync(personal.Address + "/edit"), "main form[method=post]", ("Form.Guests", guests), ("Form.Companions", companions)));

    private static Task<object?> SeatsAsync(TestSite site) => site.AskAsync("Default", "SELECT SeatsTaken FROM EventSeats");

    private static async Task<Page> DeskAsync(Visitor organizer, string email)
    {
        var id = (await organizer.EditAddressAsync("Event", "A small room")).Split('/')[^2];
        var list = await organizer.GetAsync($"/Admin/Seminars/Registrations/{id}?search={email}");
        return await organizer.GetAsync(list.Document.QuerySelector($"main tbody a[href*='/{id}/']")!.GetAttribute("href")!);
    }
}
