namespace InstituteCms.Branding;

/// <summary>An institute's colour as one mode of the theme shows it.</summary>
/// <param name="Chosen">The colour as it was chosen.</param>
/// <param name="ChosenContrast">The worst contrast that it would have.</param>
/// <param name="Used">The same colour, darker or lighter where it could not be read.</param>
/// <param name="Contrast">The worst contrast that this has: at least <see cref="Readable"/>.</param>
/// <param name="Strong">What it becomes under the pointer.</param>
public sealed record Accent(Colour Chosen, double ChosenContrast, Colour Used, double Contrast, Colour Strong)
{
    /// <summary>The contrast that text needs: WCAG 2.2, 1.4.3.</summary>
    public const double Readable = 4.5;

    /// <summary>The theme's own blue, on light paper.</summary>
    public static readonly Colour OfTheme = new Oklch(0.43, 0.11, 250).ToColour();

    private const double Step = 0.005;
    private const double StrongStep = 0.08;

    /// <summary>Whether the colour could not be used as it is.</summary>
    public bool IsCorrected => Used != Chosen;

    /// <summary>The colour on this paper.</summary>
    public static Accent On(Paper paper, Colour chosen)
    {
        var away = paper.IsDark ? Step : -Step;
        var (tone, used) = (Oklch.Of(chosen), chosen);
        while (paper.Contrast(used) < Readable)
        {
            tone = tone with { Lightness = Math.Clamp(tone.Lightness + away, 0, 1) };
            used = tone.ToColour();
        }

        var strong = tone with { Lightness = Math.Clamp(tone.Lightness + (paper.IsDark ? StrongStep : -StrongStep), 0, 1) };
        return new(chosen, paper.Contrast(chosen), used, paper.Contrast(used), strong.ToColour());
    }
}
