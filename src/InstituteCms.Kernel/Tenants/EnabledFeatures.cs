using InstituteCms.Kernel.Modules;
using InstituteCms.Kernel.Recipes;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Scope;
using YesSql;

namespace InstituteCms.Kernel.Tenants;

/// <summary>The features that a tenant has switched on: one document in its database.</summary>
internal sealed class ShellDescriptor
{
    public long Id { get; set; }

    public List<string> Features { get; set; } = [];
}

/// <summary>Switches a tenant's features; the shell takes them up when it next makes a scope for the recipe or restarts the tenant.</summary>
internal sealed class EnabledFeatures : IFeatureSwitch
{
    private readonly ISession _session;
    private readonly ModuleCatalog _catalog;

    public EnabledFeatures(ISession session, ModuleCatalog catalog)
    {
        _session = session;
        _catalog = catalog;
    }

    public static async Task<List<string>> ReadAsync(ShellScope scope) =>
        (await scope.ServiceProvider.GetRequiredService<ISession>().Query<ShellDescriptor>().FirstOrDefaultAsync())?.Features ?? [];

    public Task EnableAsync(IEnumerable<string> featureIds) => ChangeAsync(featureIds, (features, id) => features.Union([id]));

    public Task DisableAsync(IEnumerable<string> featureIds) => ChangeAsync(featureIds, (features, id) => features.Except([id]));

    private async Task ChangeAsync(IEnumerable<string> featureIds, Func<IEnumerable<string>, string, IEnumerable<string>> change)
    {
        var descriptor = await _session.Query<ShellDescriptor>().FirstOrDefaultAsync() ?? new ShellDescriptor();
        foreach (var id in featureIds)
        {
            var feature = _catalog.FindFeature(id) ?? throw new InvalidOperationException($"There is no feature '{id}'.");
            descriptor.Features = change(descriptor.Features, feature.Id).ToList();
        }

        await _session.SaveAsync(descriptor);
    }
}
