using InstituteCms.Web;

try
{
    var builder = WebApplication.CreateBuilder(args);
    var firstRun = FirstRun.Prepare(builder);

    // StartProblem tells it in a sentence; the host would print a stack trace before.
    builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    builder.Services.AddHealthChecks();
    builder.Services.AddOrchardCms().AddSetupFeatures("OrchardCore.AutoSetup");

    var app = builder.Build();
    app.UseSafeHeaders();
    app.UseHealthChecks("/health/live");
    app.UseHealthChecks("/health/ready");
    app.UseOrchardCore();

    app.Lifetime.ApplicationStarted.Register(() => firstRun.Announce(app, Console.Out));
    await app.RunAsync();
    return 0;
}
catch (Exception e) when (StartProblem.Explain(e) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}

/// <summary>Named so that tests can start the host.</summary>
public partial class Program;
