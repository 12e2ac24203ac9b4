using System.Collections.Concurrent;
using System.Net;
using System.Text;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Sites;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>A person whom nobody could mistake for another goes through everything that the site does with registrants, and is forgotten.</summary>
public sealed class CanaryTests
{
    private const string Email = "canary.xq7@example.org";
    private static readonly string[] _traces = [Email, "Quetzalcoatl", "Zwölfender", "Xanthippe"];

    [Fact]
    public async Task Nothing_is_left_of_a_registrant_in_database_files_and_log_when_the_time_is_over()
    {
        const string tenant = Institute.DepartmentTenant;
        var log = new Notes();
        await using var site = new TestSite { HostServices = services => services.AddSingleton<ILoggerProvider>(log) };
        await GoThroughEverythingAsync(site);

        // Control: while the data is kept, the same search finds it.
        Assert.True((await LeftInFilesAsync(site)).Count >= 2, "The search itself finds nothing.");
        Assert.True(await site.CountAsync(tenant, Email) > 0);

        site.Clock.Advance(TimeSpan.FromDays(120));
        await site.UntilAsync(
            tenant, async () => (await LeftInFilesAsync(site)).Count == 0, () => site.Clock.Advance(TimeSpan.FromDays(1)), "for the last trace to be gone");

        foreach (var trace in _traces)
        {
            Assert.Equal(0, await site.CountAsync(tenant, trace));
            Assert.DoesNotContain(log.Lines, line => line.Contains(trace, StringComparison.OrdinalIgnoreCase));
        }

        Assert.Contains(log.Lines, line => line.Contains("was erased", StringComparison.Ordinal));
        Assert.Equal(1L, await site.AskAsync(tenant, "SELECT SeatsTaken FROM EventSeats"));
        Assert.Equal(1L, await site.AskAsync(tenant, "SELECT COUNT(*) FROM RegistrationIndex"));
    }

    [Fact]
    public async Task Nothing_is_left_of_somebody_who_had_it_erased_but_the_free_space_of_one_day()
    {
        const string tenant = Institute.DepartmentTenant;
        await using var site = new TestSite();
        var personal = await GoThroughEverythingAsync(site);
        using var visitor = site.Visit(Institute.Department);
        Assert.True((await LeftInFilesAsync(site)).Count >= 2, "The search itself finds nothing.");
        var ask = await visitor.GetAsync(personal + "/erase");
        Assert.Contains("Your registration is cancelled first", ask.Text, StringComparison.Ordinal);
        Assert.True(await site.CountAsync(tenant, Email) > 0); // Asking erases nothing.

        var gone = await visitor.FollowAsync(await visitor.SubmitAsync(ask, "main form[method=post]"));

        Assert.Contains("Your data is erased", gone.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(personal)).Status);
        foreach (var trace in _traces)
        {
            Assert.Equal(0, await site.CountAsync(tenant, trace));
        }

        Assert.DoesNotContain(await LeftInFilesAsync(site), file => file.EndsWith(".eml", StringComparison.Ordinal));
        Assert.Equal(0L, await site.AskAsync(tenant, "SELECT SeatsTaken FROM EventSeats"));
        Assert.Equal(1L, await site.AskAsync(tenant, "SELECT COUNT(*) FROM RegistrationIndex WHERE Status = 'Cancelled' AND Erased"));

        await site.UntilAsync(
            tenant, async () => await site.CountAsync(tenant, "ErasedByRequest") == 0, () => site.Clock.Advance(TimeSpan.FromHours(6)), "for the next night to free the space");
        Assert.Empty(await LeftInFilesAsync(site));
        Assert.True((await visitor.RegisterAsync(Email)).IsSeated()); // The address is free again.
    }

    /// <returns>Address of the personal page.</returns>
    private static async Task<string> GoThroughEverythingAsync(TestSite site)
    {
        using var visitor = site.Visit(Institute.Department);
        var form = await visitor.GetAsync(Institute.OpenEvent + "/register");
        var seated = await visitor.SubmitAsync(form, "main form[method=post]",
            ("Form.Name", "Quetzalcoatl Zwölfender"), ("Form.Email", Email), ("Form.Affiliation", "Xanthippe House"), ("Form.Consent", "true"));
        Assert.True(seated.IsSeated());
        await site.MailAsync(Institute.DepartmentTenant, Email, atLeast: 1);
        var renewed = await visitor.SubmitAsync(await visitor.GetAsync(seated.RedirectsTo + "/link"), "main form[method=post]");
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        await visitor.AskForLinkAsync(Email);
        await site.MailAsync(Institute.DepartmentTenant, Email, atLeast: 3);

        using var organizer = site.Visit(Institute.Department);
        await organizer.SignInAsync();
        var id = (await organizer.EditAddressAsync("Event", "What Cities Promise")).Split('/')[^2];
        Assert.Contains("Quetzalcoatl", (await organizer.GetAsync($"/Admin/Seminars/Registrations/{id}?search=xanthippe")).Text, StringComparison.Ordinal);
        await organizer.SubmitAsync(await organizer.GetAsync($"/Admin/Seminars/Registrations/{id}?search=xanthippe"), ".seminar-keep form", ("name", "One of them"));
        var list = await organizer.GetAsync($"/Admin/Seminars/Registrations/{id}");
        var person = await organizer.GetAsync(list.Document.QuerySelector(".seminar-registrations tbody th a")!.GetAttribute("href")!);
        await organizer.SubmitAsync(person, "form:has(#note)", ("note", "Quetzalcoatl asked twice"));
        Assert.Contains(Email, (await organizer.GetAsync($"/Admin/Seminars/Registrations/{id}/Export")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await organizer.GetAsync($"/Admin/Seminars/Registrations/{id}/Erasure")).Status);
        return renewed.RedirectsTo!;
    }

    /// <summary>The site's files in which the person stands, the database's own among them: byte by byte, as they lie on the disk.</summary>
    private static async Task<List<string>> LeftInFilesAsync(TestSite site)
    {
        var left = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(site.Data, "Sites", Institute.DepartmentTenant), "*", SearchOption.AllDirectories))
        {
            using var bytes = new MemoryStream();
            try
            {
                await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            }
            catch (FileNotFoundException)
            {
                continue;
            }

            var text = Encoding.UTF8.GetString(bytes.ToArray());
            if (_traces.Any(trace => text.Contains(trace, StringComparison.OrdinalIgnoreCase)))
            {
                left.Add(file);
            }
        }

        return left;
    }

    private sealed class Notes : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
