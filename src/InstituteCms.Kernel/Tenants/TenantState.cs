namespace OrchardCore.Environment.Shell.Models;

/// <summary>Where a tenant is in its life.</summary>
public enum TenantState
{
    /// <summary>Known, not set up.</summary>
    Uninitialized,

    /// <summary>Being set up; others get 503.</summary>
    Initializing,

    /// <summary>Serving.</summary>
    Running,

    /// <summary>Set up and switched off.</summary>
    Disabled,

    /// <summary>Its settings are unusable.</summary>
    Invalid,
}
