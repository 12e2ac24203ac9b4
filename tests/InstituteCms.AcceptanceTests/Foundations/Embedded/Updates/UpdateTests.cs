using System.Net;
using InstituteCms.AcceptanceTests.Registrations;
using InstituteCms.AcceptanceTests.Sites;
using Microsoft.Data.Sqlite;

namespace InstituteCms.AcceptanceTests.Updates;

/// <summary>A site that an earlier program has made, run by this one.</summary>
public sealed class UpdateTests : IAsyncDisposable
{
    private const string EventId = "41h8wh1q3g1jqb7a2bp5650zv6";
    private const string AikosLink = "/registrations/8aGHd7hcjdqR6_jIYBe-0g", ChensLink = "/registrations/hBbT9s8SEtzQgGK4Gj06IA";

    private readonly TestSite _site = new();

    public UpdateTests()
    {
        _site.Clock.SetUtcNow(new(2026, 11, 28, 3, 0, 0, TimeSpan.Zero));
        var folder = Directory.CreateDirectory(Path.Combine(_site.Data, "Sites", Institute.DepartmentTenant)).FullName;
        File.WriteAllText(Path.Combine(folder, "appsettings.json"), """{ "DatabaseProvider": "Sqlite", "RecipeName": "Graspp" }""");
        File.WriteAllText(Path.Combine(_site.Data, "tenants.json"), """{ "Graspp": { "VersionId": "4vvabf6nsv7m6danx0ak7vzd6n", "RequestUrlPrefix": "graspp", "State": "Running" } }""");
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "OrchardCore.db")};Pooling=false;Foreign Keys=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Foundations", "Embedded", "Updates", "site-of-24-november.sql"));
        command.ExecuteNonQuery();
    }

    [Fact]
    public async Task Links_and_seats_of_those_who_were_registered_stay_good_and_others_join_them()
    {
        using var visitor = _site.Visit(Institute.Department);

        Assert.Contains("You are registered", (await visitor.GetAsync(AikosLink)).Text, StringComparison.Ordinal);
        Assert.Contains("cancelled", (await visitor.GetAsync(ChensLink)).Text, StringComparison.OrdinalIgnoreCase);
        var form = await visitor.GetAsync("/events/what-cities-promise-what-cities-pay/register");
        (string, string?)[] dina = [("Form.Name", "Dina"), ("Form.Email", "dina@example.org"), ("Form.Consent", "true")];
        var registered = await visitor.FollowAsync(await visitor.SubmitAsync(form, "main form[method=post]", dina));
        Assert.Contains("Dina", registered.Text, StringComparison.Ordinal);
        var ben = await visitor.SubmitAsync(form, "main form[method=post]", [.. dina, ("Form.Email", "BEN@example.org")]);
        Assert.EndsWith("/register/sent", ben.RedirectsTo, StringComparison.Ordinal); // Registered before the update.

        Assert.Equal(3L, await _site.AskAsync(Institute.DepartmentTenant, $"SELECT SeatsTaken FROM EventSeats WHERE EventId = '{EventId}'"));
    }

    [Fact]
    public async Task Organisers_find_everybody_by_what_the_list_did_not_know_then()
    {
        using var organizer = _site.Visit(Institute.Department);
        await organizer.SignInAsync();

        Assert.Equal(["Aiko Tanaka", "Ben Okafor", "Chen Li"], (await organizer.GetAsync($"/Admin/Seminars/Registrations/{EventId}?sort=Status")).Names());
        Assert.Equal("Confirmed 1, Cancelled 5", await _site.AskAsync(
            Institute.DepartmentTenant, "SELECT group_concat(said, ', ') FROM (SELECT DISTINCT Status || ' ' || StatusRank AS said FROM RegistrationIndex ORDER BY StatusRank)"));
        Assert.Equal(["Ben Okafor", "Chen Li", "Aiko Tanaka"], (await organizer.GetAsync($"/Admin/Seminars/Registrations/{EventId}?sort=Affiliation")).Names());
        Assert.Contains("Everything holds", (await organizer.GetAsync("/Admin/Seminars/Proof")).Text, StringComparison.Ordinal);
        var chen = (await organizer.GetAsync($"/Admin/Seminars/Registrations/{EventId}?search=chen")).Document.QuerySelector(".seminar-registrations tbody th a")!.GetAttribute("href")!;
        Assert.Matches("History.* Confirmed .*Confirmed → Cancelled", (await organizer.GetAsync(chen)).Text);
        Assert.Equal("Cancelled 1, Confirmed 3", await _site.AskAsync( // Sent before the update; and one that had not gone out.
            Institute.DepartmentTenant, "SELECT group_concat(said, ', ') FROM (SELECT Kind || ' ' || COUNT(*) AS said FROM OutboxIndex WHERE RegistrationId > 0 GROUP BY Kind ORDER BY Kind)"));
        await _site.UntilAsync(
            Institute.DepartmentTenant,
            async () => (long)(await _site.AskAsync(Institute.DepartmentTenant, "SELECT COUNT(*) FROM OutboxIndex WHERE Status = 'Sent'"))! == 4,
            () => _site.Clock.Advance(TimeSpan.FromMinutes(1)),
            "for the mail of before the update");
        Assert.Contains("Ben", (await _site.MailAsync(Institute.DepartmentTenant, "ben@example.org", 1)).Single().TextBody, StringComparison.Ordinal);
        var events = await organizer.GetAsync("/Admin/Contents/ContentItems/Event?q=cities");
        Assert.Contains("What Cities Promise, What Cities Pay", events.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await organizer.GetAsync($"/Admin/Contents/ContentItems/{EventId}/Edit")).Status);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
