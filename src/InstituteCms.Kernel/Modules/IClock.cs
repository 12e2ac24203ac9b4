#nullable disable
namespace OrchardCore.Modules;

/// <summary>The time. Stands in for Orchard Core's clock; the zone list is left out.</summary>
public interface IClock
{
    /// <summary>The present instant, UTC.</summary>
    DateTime UtcNow { get; }
}
