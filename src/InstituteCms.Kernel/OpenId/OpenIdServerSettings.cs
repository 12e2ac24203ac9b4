namespace InstituteCms.Kernel.OpenId;

/// <summary>Which ways to a token are open, by Orchard Core's names: none unless a recipe says so. Each program needs its own leave beside.</summary>
internal sealed class OpenIdServerSettings
{
    public bool AllowAuthorizationCodeFlow { get; set; }

    public bool AllowClientCredentialsFlow { get; set; }

    public bool AllowRefreshTokenFlow { get; set; }
}
