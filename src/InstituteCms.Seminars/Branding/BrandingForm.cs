using System.ComponentModel.DataAnnotations;

namespace InstituteCms.Branding;

/// <summary>The settings as they are filled in.</summary>
public sealed class BrandingForm
{
    [StringLength(60, ErrorMessage = "At most 60 characters.")]
    public string? ShortName { get; set; }

    public string? Accent { get; set; }

    [StringLength(300, ErrorMessage = "At most 300 characters.")]
    public string? Logo { get; set; }

    [StringLength(200, ErrorMessage = "At most 200 characters.")]
    public string? LogoText { get; set; }

    /// <summary>Looks rather than saves.</summary>
    public bool Preview { get; set; }

    public static BrandingForm Of(BrandingSettings settings) => new()
    {
        ShortName = settings.ShortName,
        Accent = settings.Accent,
        Logo = settings.Logo,
        LogoText = settings.LogoText,
    };
}

/// <summary>A colour on both papers.</summary>
public sealed record AccentPreview(Paper Paper, Accent Accent)
{
    public static AccentPreview[] Of(Colour colour) => [new(Paper.Light, Accent.On(Paper.Light, colour)), new(Paper.Dark, Accent.On(Paper.Dark, colour))];
}
