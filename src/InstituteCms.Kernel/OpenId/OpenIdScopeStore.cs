using System.Collections.Immutable;
using System.Globalization;
using OpenIddict.Abstractions;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.OpenId;

internal sealed class OpenIdScopeStore : OpenIdStore<OpenIdScope>, IOpenIddictScopeStore<OpenIdScope>
{
    public OpenIdScopeStore(ISession session)
        : base(session)
    {
    }

    public new ValueTask<OpenIdScope?> FindByNameAsync(string name, CancellationToken cancellationToken) => base.FindByNameAsync(name, cancellationToken);

    public IAsyncEnumerable<OpenIdScope> FindByNamesAsync(ImmutableArray<string> names, CancellationToken cancellationToken) =>
        FindAsync(index => index.Kind == nameof(OpenIdScope), scope => names.Contains(scope.Name ?? string.Empty), cancellationToken);

    public IAsyncEnumerable<OpenIdScope> FindByResourceAsync(string resource, CancellationToken cancellationToken) =>
        FindAsync(index => index.Kind == nameof(OpenIdScope), scope => scope.Resources.Contains(resource), cancellationToken);

    public ValueTask<string?> GetDescriptionAsync(OpenIdScope scope, CancellationToken cancellationToken) => new(scope.Description);

    public ValueTask<ImmutableDictionary<CultureInfo, string>> GetDescriptionsAsync(OpenIdScope scope, CancellationToken cancellationToken) =>
        new(ImmutableDictionary<CultureInfo, string>.Empty);

    public ValueTask<string?> GetDisplayNameAsync(OpenIdScope scope, CancellationToken cancellationToken) => new(scope.DisplayName);

    public ValueTask<ImmutableDictionary<CultureInfo, string>> GetDisplayNamesAsync(OpenIdScope scope, CancellationToken cancellationToken) =>
        new(ImmutableDictionary<CultureInfo, string>.Empty);

    public ValueTask<string?> GetNameAsync(OpenIdScope scope, CancellationToken cancellationToken) => new(scope.Name);

    public ValueTask<ImmutableArray<string>> GetResourcesAsync(OpenIdScope scope, CancellationToken cancellationToken) => new([.. scope.Resources]);

    public ValueTask SetDescriptionAsync(OpenIdScope scope, string? description, CancellationToken cancellationToken) => Set(() => scope.Description = description);

    /// <summary>Words in several languages are not kept: those of one are.</summary>
    public ValueTask SetDescriptionsAsync(OpenIdScope scope, ImmutableDictionary<CultureInfo, string> descriptions, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    public ValueTask SetDisplayNameAsync(OpenIdScope scope, string? name, CancellationToken cancellationToken) => Set(() => scope.DisplayName = name);

    /// <summary>Words in several languages are not kept: those of one are.</summary>
    public ValueTask SetDisplayNamesAsync(OpenIdScope scope, ImmutableDictionary<CultureInfo, string> names, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask SetNameAsync(OpenIdScope scope, string? name, CancellationToken cancellationToken) => Set(() => scope.Name = name);

    public ValueTask SetResourcesAsync(OpenIdScope scope, ImmutableArray<string> resources, CancellationToken cancellationToken) =>
        Set(() => scope.Resources = resources.IsDefaultOrEmpty ? [] : [.. resources]);
}
