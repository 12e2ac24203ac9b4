namespace InstituteCms.Kernel.OpenId;

/// <summary>Which ways to a token are open, by Orchard Core's names; each program needs its own leave beside.</summary>
internal sealed class OpenIdServerSettings
{
    public bool AllowAuthorizationCodeFlow { get; set; } = true;

    public bool AllowClientCredentialsFlow { get; set; } = true;

    public bool AllowRefreshTokenFlow { get; set; } = true;
}
