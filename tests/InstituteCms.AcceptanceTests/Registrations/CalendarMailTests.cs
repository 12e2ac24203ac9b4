using Ical.Net;
using Ical.Net.CalendarComponents;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Sites;
using MimeKit;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>What mails do to their readers' calendars, as another library reads them.</summary>
public sealed class CalendarMailTests : IClassFixture<TestSite>
{
    private readonly TestSite _site;

    public CalendarMailTests(TestSite site) => _site = site;

    [Fact]
    public async Task Entry_is_made_changed_and_taken_away_under_one_uid_with_growing_sequence()
    {
        using var editor = _site.Visit(Institute.Department);
        await editor.SignInAsync();
        await editor.CreateEventAsync("Kept in calendars", changes: [("RegistrationPart.Enabled", "true"), ("RegistrationPart.Purpose", "To plan the room."), ("RegistrationPart.ContactEmail", "desk@example.org"), ("EventPart.JoinUrl", "https://meet.example.org/secret")]);
        var edit = await editor.EditAddressAsync("Event", "Kept in calendars");
        using var visitor = _site.Visit(Institute.Department);
        var personal = await visitor.FollowAsync(await visitor.RegisterAsync("calendar@example.org", "Cara Lendar", "/events/kept-in-calendars"));
        var first = Read((await MailAsync(1))[0]);

        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        await PublishAsync(editor, edit, ("EventPart.StartLocal", "2099-09-02T10:30"), ("EventPart.EndLocal", "2099-09-02T12:00"), ("RegistrationPart.Tell", "A day later."));
        var moved = Read((await MailAsync(2))[1]);

        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        await visitor.SubmitAsync(await visitor.GetAsync(personal.Address + "/cancel"), "main form[method=post]");
        var cancelled = Read((await MailAsync(3))[2]);

        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        await visitor.RegisterAsync("calendar@example.org", "Cara Lendar", "/events/kept-in-calendars");
        var again = Read((await MailAsync(4))[3]);

        Assert.Equal(["REQUEST", "REQUEST", "CANCEL", "REQUEST"], new[] { first, moved, cancelled, again }.Select(file => file.Method));
        var entries = new[] { first, moved, cancelled, again }.Select(file => Assert.Single(file.Events)).ToArray();
        Assert.Single(entries.Select(entry => entry.Uid).Distinct());
        Assert.Equal(entries.Select(entry => entry.Sequence).Distinct().Order(), entries.Select(entry => entry.Sequence));
        Assert.Equal("CANCELLED", entries[2].Status);
        Assert.Equal(2, entries[1]!.Start!.Value.Day);
        Assert.All(entries, entry => Assert.Equal("mailto:desk@example.org", entry.Organizer!.Value!.ToString()));
        Assert.All(entries, entry => Assert.Equal("mailto:calendar@example.org", Assert.Single(entry.Attendees).Value!.ToString()));
        Assert.All(new[] { entries[0], entries[1], entries[3] }, entry => Assert.Contains("meet.example.org", entry.Description, StringComparison.Ordinal));
        Assert.DoesNotContain("meet.example.org", entries[2].Description, StringComparison.Ordinal);
        Assert.DoesNotContain("meet.example.org", (await visitor.GetAsync("/events/kept-in-calendars.ics")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Autumn night", "Europe/Vienna", "2099-10-25T01:30", "2099-10-25T04:30", 4)]
    [InlineData("Spring night", "America/New_York", "2099-03-08T01:30", "2099-03-08T04:30", 2)]
    [InlineData("Half an hour", "Asia/Kolkata", "2099-05-01T10:00", "2099-05-01T12:00", 2)]
    [InlineData("Half an hour of summer", "Australia/Lord_Howe", "2099-10-04T01:30", "2099-10-04T04:00", 2)]
    public async Task Length_of_an_event_survives_changed_clocks_and_half_hours(string title, string zone, string start, string end, double hours)
    {
        using var editor = _site.Visit(Institute.Department);
        await editor.SignInAsync();
        await editor.CreateEventAsync(title, changes: [("RegistrationPart.Enabled", "true"), ("RegistrationPart.Purpose", "To plan the room."), ("EventPart.TimeZoneId", zone), ("EventPart.StartLocal", start), ("EventPart.EndLocal", end)]);
        var address = "/events/" + title.ToLowerInvariant().Replace(' ', '-');
        using var visitor = _site.Visit(Institute.Department);
        var person = title.Replace(' ', '.') + "@example.org";
        await visitor.RegisterAsync(person, "Zoe Ne", address);

        var file = Read((await _site.MailAsync(Institute.DepartmentTenant, person, 1))[0]);

        var entry = Assert.Single(file.Events);
        Assert.Equal(zone, Assert.Single(file.TimeZones).TzId);
        Assert.Equal(zone, entry.Start!.TzId);
        Assert.Equal(start, entry.Start.Value.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(TimeSpan.FromHours(hours), entry.End!.AsUtc - entry.Start.AsUtc);
    }

    /// <summary>The file beside the texts, which mail programs go by; one that is only attached, on a foundation that does no more.</summary>
    private static Calendar Read(MimeMessage mail) => Calendar.Load(mail.BodyParts.OfType<TextPart>().First(part => part.ContentType.IsMimeType("text", "calendar")).Text)!;

    private static async Task PublishAsync(Visitor editor, string edit, params (string Name, string? Value)[] changes) =>
        await editor.SubmitAsync(await editor.GetAsync(edit), Editing.EditorForm, [.. changes, ("submit.Publish", "submit.Publish")]);

    private Task<IReadOnlyList<MimeMessage>> MailAsync(int atLeast) => _site.MailAsync(Institute.DepartmentTenant, "calendar@example.org", atLeast);
}
