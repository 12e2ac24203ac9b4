using InstituteCms.AcceptanceTests.Registrations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>That somebody wrote to registrants is written down: to how many, not to whom or what.</summary>
public sealed class CircularAuditTests
{
    [Fact]
    public async Task Writing_to_registrants_is_written_down_with_the_number_alone()
    {
        await using var site = new TestSite();
        using var organizer = site.Visit(Institute.Department);
        await organizer.SignInAsync();
        var desk = await organizer.AnnounceAsync("Watched writing");
        using var visitor = site.Visit(Institute.Department);
        await visitor.RegisterAllAsync("/events/watched-writing", "Amy", "Bob");
        var preview = await organizer.SubmitAsync(
            await organizer.GetAsync(desk + "/Circulars/Write"), "main form[method=post]", ("EnglishSubject", "Secret subject"), ("EnglishText", "Hello"), ("Step", "Preview"));
        await organizer.SubmitAsync(preview, "main form[method=post]", ("Step", "Send"));

        var trail = await organizer.GetAsync("/Admin/Audit?category=Export");

        Assert.Contains("Wrote to registrants Watched writing", trail.Text, StringComparison.Ordinal);
        Assert.Contains("Mails: 2", trail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret subject", trail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("amy@", trail.Html, StringComparison.OrdinalIgnoreCase);
    }
}
