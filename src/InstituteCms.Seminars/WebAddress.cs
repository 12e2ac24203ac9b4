namespace InstituteCms;

/// <summary>Addresses that editors type.</summary>
public static class WebAddress
{
    /// <summary>Whether a page may link to it: nothing at all, a path of this site, or http, https or mailto.</summary>
    public static bool IsFit(string? address) =>
        string.IsNullOrWhiteSpace(address)
        || address.StartsWith("~/", StringComparison.Ordinal)
        || (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal))
        || (Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto));
}
