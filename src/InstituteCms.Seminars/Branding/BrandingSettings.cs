namespace InstituteCms.Branding;

/// <summary>What tells the institute's pages from others. The theme's layout reads it from the site's settings.</summary>
public sealed class BrandingSettings
{
    /// <summary>The name in the header; empty for the site's.</summary>
    public string? ShortName { get; set; }

    /// <summary>The accent as it was chosen, <c>#8c1515</c>; empty for the theme's own.</summary>
    public string? Accent { get; set; }

    /// <summary>Changes with the colour: the address of the style sheet ends in it.</summary>
    public string? Version { get; set; }

    /// <summary>Address of the logo, <c>~/media/logo.svg</c>; empty for none.</summary>
    public string? Logo { get; set; }

    /// <summary>What the logo says, for those who do not see it.</summary>
    public string? LogoText { get; set; }
}
