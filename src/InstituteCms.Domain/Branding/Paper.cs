namespace InstituteCms.Branding;

/// <summary>What an accent is read on, in one of the theme's two modes.</summary>
/// <param name="Ground">The page.</param>
/// <param name="Raised">Panels on it.</param>
/// <param name="Ink">Words on the accent itself, as on a button.</param>
/// <param name="IsDark">Whether light words stand on dark.</param>
public sealed record Paper(Colour Ground, Colour Raised, Colour Ink, bool IsDark)
{
    /// <summary>The theme's light mode: the tokens of its <c>site.css</c>.</summary>
    public static readonly Paper Light = new(Of(0.987, 0.004, 85), Of(0.965, 0.006, 85), Of(0.99, 0.003, 85), IsDark: false);

    /// <summary>The theme's dark mode.</summary>
    public static readonly Paper Dark = new(Of(0.2, 0.012, 260), Of(0.245, 0.014, 260), Of(0.19, 0.02, 260), IsDark: true);

    /// <summary>The worst contrast that this colour has here.</summary>
    public double Contrast(Colour accent) => Math.Min(accent.ContrastWith(Ink), Math.Min(accent.ContrastWith(Ground), accent.ContrastWith(Raised)));

    private static Colour Of(double lightness, double chroma, double hue) => new Oklch(lightness, chroma, hue).ToColour();
}
