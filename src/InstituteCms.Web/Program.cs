using InstituteCms.Web;
using Microsoft.AspNetCore.Identity;

// Connections that wait to be taken: when registration opens, thousands come in the same second, and who is not let in tries again seconds later.
const int Backlog = 4_096;

try
{
    var builder = WebApplication.CreateBuilder(args);
    DataFolder.Prepare(builder);
    var firstRun = FirstRun.Prepare(builder);

    // StartProblem tells it in a sentence; the host would print a stack trace before.
    builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    builder.WebHost.UseSockets(sockets => sockets.Backlog = Backlog);
    builder.Services.AddHealthChecks();
    builder.Services.AddSingleton<SetUp>();
    builder.Services.AddOrchardCms()
        .AddSetupFeatures("OrchardCore.AutoSetup")
        .ConfigureServices(services => services.Configure<IdentityOptions>(PasswordRule.Apply));

    var app = builder.Build();
    app.UseSafeHeaders();
    app.UseHealthChecks("/health/live");
    app.UseHealthChecks("/health/ready");
    app.UseSetUp();
    app.UseOrchardCore();

    await app.StartAsync();
    try
    {
        await app.Services.GetRequiredService<SetUp>().CompleteAsync();
    }
    catch (SetUpException)
    {
        await app.DisposeAsync();
        DataFolder.Discard(builder, FirstRun.KnownTenants(builder));
        throw;
    }

    firstRun.Announce(app, Console.Out);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception e) when (StartProblem.Explain(e) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}

/// <summary>Named so that tests can start the host.</summary>
public partial class Program;
