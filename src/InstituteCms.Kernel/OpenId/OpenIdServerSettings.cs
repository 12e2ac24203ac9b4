using OpenIddict.Abstractions;
using OpenIddict.Server;
using OrchardCore.Settings;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace InstituteCms.Kernel.OpenId;

/// <summary>Which ways to a token are open, by Orchard Core's names: none unless a recipe says so. Each program needs its own leave beside.</summary>
internal sealed class OpenIdServerSettings
{
    public bool AllowAuthorizationCodeFlow { get; set; }

    public bool AllowClientCredentialsFlow { get; set; }

    public bool AllowRefreshTokenFlow { get; set; }
}

/// <summary>Leaves out of the discovery document the ways that are closed.</summary>
internal sealed class OpenIdDiscovery : IOpenIddictServerHandler<HandleConfigurationRequestContext>
{
    private readonly ISiteService _sites;

    public OpenIdDiscovery(ISiteService sites) => _sites = sites;

    public async ValueTask HandleAsync(HandleConfigurationRequestContext context)
    {
        var settings = await _sites.GetSettingsAsync<OpenIdServerSettings>();
        (string Name, bool IsOpen)[] ways =
        [
            (OpenIddictConstants.GrantTypes.AuthorizationCode, settings.AllowAuthorizationCodeFlow),
            (OpenIddictConstants.GrantTypes.ClientCredentials, settings.AllowClientCredentialsFlow),
            (OpenIddictConstants.GrantTypes.RefreshToken, settings.AllowRefreshTokenFlow),
        ];
        context.GrantTypes.ExceptWith(ways.Where(way => !way.IsOpen).Select(way => way.Name));
    }
}
