using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using InstituteCms.AcceptanceTests.Sites;
using InstituteCms.Kernel.Background;
using InstituteCms.Registrations;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;

namespace InstituteCms.Benchmarks;

/// <summary>The sites inside this process: people stand at the desk without a browser, a form or a network.</summary>
internal sealed class DeskSite : WebApplicationFactory<Program>
{
    private readonly string _data = Directory.CreateTempSubdirectory("institute-cms-").FullName;
    private readonly string? _postgres;
    private readonly ConcurrentBag<Task> _scopes = [];

    private int _registrants;

    public DeskSite(string? postgres) => _postgres = postgres;

    /// <summary>Takes the limit off the department's open event, and gives an action that registers one more person and says how many milliseconds it took.</summary>
    public async Task<Func<Task<double>>> RegisteringAsync()
    {
        using (var visitor = CreateClient())
        {
            await visitor.GetAsync("/" + Institute.Department); // The department runs from its first request on.
        }

        var tenants = Services.GetRequiredService<ITenantScopes>();
        var (eventId, notice) = ("", new PrivacyNotice("", ""));
        await tenants.Create(Institute.DepartmentTenant).UsingAsync(async scope =>
        {
            var contents = scope.ServiceProvider.GetRequiredService<IContentManager>();
            var found = await scope.ServiceProvider.GetRequiredService<Events.EventFinder>().FindBySlugAsync(Path.GetFileName(Institute.OpenEvent), default);
            var draft = await contents.GetAsync(found!.ContentItemId, VersionOptions.DraftRequired);
            draft.Alter<RegistrationPart>(part => part.Capacity = null);
            await contents.PublishAsync(draft);
            eventId = draft.ContentItemId;
            notice = await scope.ServiceProvider.GetRequiredService<PrivacyNoticeWriter>().WriteAsync(draft);
        });

        return () =>
        {
            var number = Interlocked.Increment(ref _registrants).ToString(CultureInfo.InvariantCulture);
            var registrant = new Registrant("Person " + number, $"person{number}@example.org", "", "en", notice, []);
            var registered = new TaskCompletionSource<double>(TaskCreationOptions.RunContinuationsAsynchronously);
            _scopes.Add(tenants.Create(Institute.DepartmentTenant).UsingAsync(async scope => // Mails are sent at its end: nobody waits for that, as over HTTP.
            {
                var began = Stopwatch.GetTimestamp();
                try
                {
                    scope.ServiceProvider.GetRequiredService<PersonalLinks>().BaseUrl = "https://example.org";
                    if (await scope.ServiceProvider.GetRequiredService<RegistrationDesk>().RegisterAsync(eventId, registrant) is not { Token: not null })
                    {
                        throw new InvalidOperationException($"Registration {number} was refused.");
                    }

                    registered.SetResult(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                }
                catch (Exception e)
                {
                    registered.SetException(e);
                }
            }));
            return registered.Task;
        };
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(AppContext.BaseDirectory);
        builder.UseSetting("ORCHARD_APP_DATA", _data);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        foreach (var (name, value) in _postgres is null ? [] : PostgresSite.Settings(_postgres))
        {
            builder.UseSetting(name, value);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Task.WhenAll(_scopes).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // Whoever was still sending mails finds the site gone.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }
}
