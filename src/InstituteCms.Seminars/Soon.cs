using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundJobs;
using OrchardCore.Environment.Shell.Scope;

namespace InstituteCms;

/// <summary>Work that nobody waits for.</summary>
public static class Soon
{
    /// <summary>Does it in a scope of its own once the present request is answered, or the present work in the background committed.</summary>
    public static void Run(string name, Func<ShellScope, Task> work)
    {
        if (ShellScope.Services?.GetService<IHttpContextAccessor>()?.HttpContext is null)
        {
            ShellScope.AddDeferredTask(work);
        }
        else
        {
            _ = HttpBackgroundJob.ExecuteAfterEndOfRequestAsync(name, work);
        }
    }
}
