#nullable disable
namespace OrchardCore.BackgroundTasks;

/// <summary>Work of a tenant that the clock starts. Registered as a singleton; scoped services come from the argument.</summary>
public interface IBackgroundTask
{
    /// <summary>Does the work in a scope of its own.</summary>
    Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken);
}

/// <summary>When and how a background task runs.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class BackgroundTaskAttribute : Attribute
{
    /// <summary>What it does, in a sentence.</summary>
    public string Description { get; set; } = string.Empty;

    /// <summary>Whether it runs.</summary>
    public bool Enable { get; set; } = true;

    /// <summary>How long one run holds its lock, in milliseconds.</summary>
    public int LockExpiration { get; set; }

    /// <summary>How long a run waits for its lock, in milliseconds; 0 for a task that needs none.</summary>
    public int LockTimeout { get; set; }

    /// <summary>Five fields as of cron: minute, hour, day, month, weekday, UTC.</summary>
    public string Schedule { get; set; } = "*/5 * * * *";

    /// <summary>Name shown to people.</summary>
    public string Title { get; set; }

    /// <summary>Whether links are made with the tenant's whole pipeline; here they always can be.</summary>
    public bool UsePipeline { get; set; }
}
