#nullable disable
using OrchardCore.Environment.Shell.Scope;

namespace OrchardCore.BackgroundJobs;

/// <summary>Work that follows a request.</summary>
public static class HttpBackgroundJob
{
    /// <summary>Runs <paramref name="job"/> after the commit, in a scope of its own; a failure is logged and changes nothing.</summary>
    public static Task ExecuteAfterEndOfRequestAsync(string jobName, Func<ShellScope, Task> job)
    {
        ShellScope.AddDeferredTask(job);
        return Task.CompletedTask;
    }
}
