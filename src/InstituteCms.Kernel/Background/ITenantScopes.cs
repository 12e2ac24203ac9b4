using OrchardCore.Environment.Shell.Scope;

namespace InstituteCms.Kernel.Background;

/// <summary>The running tenants, as the background service sees them.</summary>
internal interface ITenantScopes
{
    /// <summary>Names of the tenants that run.</summary>
    IReadOnlyList<string> Running { get; }

    /// <summary>A new unit of work of a running tenant.</summary>
    ShellScope Create(string tenant);
}
