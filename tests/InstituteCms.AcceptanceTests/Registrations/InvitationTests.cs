using System.Net;
using System.Text.RegularExpressions;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Sites;
using MimeKit;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>Guests are asked to come, answer, and are reminded.</summary>
public sealed partial class InvitationTests
{
    private const string Event = "/events/for-guests";

    [Fact]
    public async Task Guest_registers_by_the_link_on_a_seat_that_is_kept_and_once_only()
    {
        await using var site = new TestSite();
        using var organiser = await AnnounceAsync(site, ("RegistrationPart.Capacity", "2"), ("RegistrationPart.HeldBack", "1"), ("RegistrationPart.DoubleOptIn", "true"));
        await InviteAsync(organiser, "山田 愛子 <aiko@example.org>, ja\nAIKO@example.org\nben@example.org");
        Assert.Equal(2L, await site.AskAsync("Default", "SELECT COUNT(*) FROM GuestInvitationIndex"));
        var mail = (await site.MailAsync("Default", "aiko@example.org", 1)).Single();
        Assert.StartsWith("ご案内", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Please come.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("2099年9月1日", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("/decline>", mail.Headers["List-Unsubscribe"], StringComparison.Ordinal);
        using var visitor = site.Visit();
        await visitor.RegisterAsync("first@example.org", @event: Event);
        Assert.Contains("Fully booked", (await visitor.GetAsync(Event + "/register")).Text, StringComparison.Ordinal);

        using var guest = site.Visit(language: "ja");
        var form = await guest.GetAsync(LinkIn(mail));
        Assert.Equal(("山田 愛子", "aiko@example.org"), (Field(form, "Name"), Field(form, "Email")));
        Assert.Equal("no-referrer", form.Response.Headers.GetValues("Referrer-Policy").Single());
        var seated = await guest.SubmitRegistrationAsync(form, "someone.else@example.org", "山田 愛子");

        Assert.True(seated.IsSeated());
        Assert.Equal(0, await site.CountAsync("Default", "someone.else@example.org"));
        Assert.Equal(1L, await site.AskAsync("Default", "SELECT TakenByInvited FROM EventSeats"));
        Assert.Equal(1L, await site.AskAsync("Default", "SELECT COUNT(*) FROM RegistrationIndex WHERE EmailKey = 'aiko@example.org' AND Status = 'Confirmed'"));
        Assert.Contains("お申し込み済み", (await guest.GetAsync(LinkIn(mail))).Text, StringComparison.Ordinal);
        await guest.SubmitRegistrationAsync(form, "aiko@example.org", "山田 愛子");
        Assert.Equal(2L, await site.AskAsync("Default", "SELECT COUNT(*) FROM RegistrationIndex"));

        var list = await organiser.GetAsync(await AddressAsync(organiser));
        Assert.Contains("Registered", RowOf(list, "aiko@example.org"), StringComparison.Ordinal);
        Assert.Contains("Sent", RowOf(list, "ben@example.org"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_guests_register_where_it_is_by_invitation_and_a_strange_link_opens_nothing()
    {
        await using var site = new TestSite();
        using var organiser = await AnnounceAsync(site, ("RegistrationPart.Audience", "Invited"));
        await InviteAsync(organiser, "aiko@example.org");
        var link = LinkIn((await site.MailAsync("Default", "aiko@example.org", 1)).Single());
        using var guest = site.Visit();

        Assert.Null((await guest.GetAsync(Event + "/register")).Document.QuerySelector("[name='Form.Email']"));
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync("/invitations/" + new string('A', 22))).Status);
        Assert.True((await guest.SubmitRegistrationAsync(await guest.GetAsync(link), "aiko@example.org")).IsSeated());
    }

    [Fact]
    public async Task Guest_declines_with_two_clicks_and_takes_it_back_and_only_the_others_are_reminded()
    {
        await using var site = new TestSite();
        using var organiser = await AnnounceAsync(site);
        await InviteAsync(organiser, "aiko@example.org\nben@example.org");
        var link = LinkIn((await site.MailAsync("Default", "aiko@example.org", 1)).Single());
        await site.MailAsync("Default", "ben@example.org", 1);
        using var guest = site.Visit();

        var asked = await guest.GetAsync(link + "/decline");
        Assert.NotNull((await guest.GetAsync(link)).Document.QuerySelector("[name='Form.Email']")); // Looking changes nothing.
        var declined = await guest.FollowAsync(await guest.SubmitAsync(asked, "main form[method=post]"));
        Assert.Contains("You have declined", declined.Text, StringComparison.Ordinal);
        var list = await organiser.GetAsync(await AddressAsync(organiser));
        Assert.Contains("Declined", RowOf(list, "aiko@example.org"), StringComparison.Ordinal);
        var boxes = list.Document.QuerySelectorAll("[name=chosen]").Select(box => box.GetAttribute("value")!).ToList();
        Assert.Single(boxes); // Ben's alone.

        await organiser.SubmitAsync(list, "form[action$='/Remind']", ("chosen", boxes[0]), ("words", "Still a seat for you."));
        var reminder = (await site.MailAsync("Default", "ben@example.org", 2))[^1];
        Assert.Contains("We have not heard from you yet", reminder.TextBody, StringComparison.Ordinal);
        Assert.Contains("Still a seat for you.", reminder.TextBody, StringComparison.Ordinal);
        Assert.NotNull((await guest.GetAsync(LinkIn(reminder))).Document.QuerySelector("[name='Form.Email']"));

        var back = await guest.FollowAsync(await guest.SubmitAsync(declined, "main form[action$='/undo']"));
        Assert.NotNull(back.Document.QuerySelector("[name='Form.Email']"));
        site.Clock.SetUtcNow(new(2099, 9, 2, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.NotFound, (await guest.SubmitAsync(asked, "main form[method=post]")).Status);
    }

    [Fact]
    public async Task Bad_lines_are_named_nothing_typed_is_lost_and_nobody_is_invited()
    {
        await using var site = new TestSite();
        using var organiser = await AnnounceAsync(site);
        var page = await InviteAsync(organiser, "aiko@example.org\nnobody\nben@@example.org");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Line 2: no address was found here.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Line 3: “ben@@example.org” is no e-mail address.", page.Text, StringComparison.Ordinal);
        Assert.Equal("aiko@example.org\nnobody\nben@@example.org", page.Document.QuerySelector("[name=Guests]")!.TextContent.ReplaceLineEndings("\n").Trim());
        Assert.Contains("Please come.", page.Document.QuerySelector("[name=Words]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0L, await site.AskAsync("Default", "SELECT COUNT(*) FROM GuestInvitationIndex"));
    }

    [Fact]
    public async Task Guests_who_never_answered_are_erased_with_the_event()
    {
        await using var site = new TestSite();
        using var organiser = await AnnounceAsync(site);
        await InviteAsync(organiser, "Canary Unanswered <canary.guest@example.org>");
        await site.MailAsync("Default", "canary.guest@example.org", 1);
        Assert.True(await site.CountAsync("Default", "canary.guest") > 0);
        var plan = await organiser.GetAsync((await AddressAsync(organiser)).Replace("/Invitations", "/Erasure", StringComparison.Ordinal));
        Assert.Contains("(GuestInvitation)", plan.Text, StringComparison.Ordinal);

        site.Clock.SetUtcNow(new(2100, 3, 1, 0, 0, 0, TimeSpan.Zero));
        await site.UntilAsync("Default", async () => await site.CountAsync("Default", "canary") == 0, () => site.Clock.Advance(TimeSpan.FromDays(1)), "for the guest to be forgotten");

        Assert.Empty(Directory.GetFiles(site.Mail(), "*.eml"));
        Assert.Equal(1L, await site.AskAsync("Default", "SELECT COUNT(*) FROM GuestInvitationIndex"));
    }

    private static string LinkIn(MimeMessage mail) => Link().Match(mail.TextBody!).Value;

    private static string? Field(Page form, string name) => form.Document.QuerySelector($"[name='Form.{name}']")!.GetAttribute("value");

    private static string RowOf(Page list, string email) =>
        list.Document.QuerySelectorAll("main tbody tr").Single(row => row.TextContent.Contains(email, StringComparison.Ordinal)).TextContent;

    private static async Task<Visitor> AnnounceAsync(TestSite site, params (string Name, string? Value)[] terms)
    {
        var organiser = site.Visit();
        await organiser.SignInAsync();
        await organiser.CreateEventAsync("For guests", changes: [("RegistrationPart.Enabled", "true"), .. terms]);
        return organiser;
    }

    private static async Task<string> AddressAsync(Visitor organiser) =>
        $"/Admin/Seminars/Registrations/{(await organiser.EditAddressAsync("Event", "For guests")).Split('/')[^2]}/Invitations";

    private static async Task<Page> InviteAsync(Visitor organiser, string guests) =>
        await organiser.SubmitAsync(await organiser.GetAsync(await AddressAsync(organiser)), "form[action$='/Invitations']", ("Guests", guests), ("Words", "Please come."));

    [GeneratedRegex(@"https?://\S+/invitations/[\w-]{22}(?!\S)")]
    private static partial Regex Link();
}
