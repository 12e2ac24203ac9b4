namespace InstituteCms.Branding;

/// <summary>A colour by what the eye tells apart, as CSS writes it: <c>oklch(0.43 0.11 250)</c>.</summary>
/// <param name="Lightness">0 (black) to 1 (white).</param>
/// <param name="Chroma">0 (grey) to about 0.37.</param>
/// <param name="Hue">Degrees.</param>
/// <remarks>The matrices are those of CSS Color 4.</remarks>
public readonly record struct Oklch(double Lightness, double Chroma, double Hue)
{
    private const double Nearly = 1e-6;

    /// <summary>The same colour by lightness, chroma and hue.</summary>
    public static Oklch Of(Colour colour)
    {
        var (r, g, b) = (Colour.Linear(colour.Red), Colour.Linear(colour.Green), Colour.Linear(colour.Blue));
        var l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        var m = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        var s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        var lightness = (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s);
        var (x, y) = ((1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s), (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s));
        return new(lightness, Math.Sqrt((x * x) + (y * y)), (Math.Atan2(y, x) * 180 / Math.PI + 360) % 360);
    }

    /// <summary>The nearest colour that a screen can show: as light and of the same hue, less colourful where it has to be.</summary>
    public Colour ToColour()
    {
        var (low, high) = (0.0, Chroma);
        if (Shown(Chroma) is { } whole)
        {
            return whole;
        }

        while (high - low > 0.0005)
        {
            var middle = (low + high) / 2;
            (low, high) = Shown(middle) is null ? (low, middle) : (middle, high);
        }

        return Shown(low) ?? (Lightness > 0.5 ? new Colour(255, 255, 255) : default);
    }

    private Colour? Shown(double chroma)
    {
        var (x, y) = (chroma * Math.Cos(Hue * Math.PI / 180), chroma * Math.Sin(Hue * Math.PI / 180));
        var l = Math.Pow(Lightness + (0.3963377774 * x) + (0.2158037573 * y), 3);
        var m = Math.Pow(Lightness - (0.1055613458 * x) - (0.0638541728 * y), 3);
        var s = Math.Pow(Lightness - (0.0894841775 * x) - (1.2914855480 * y), 3);
        double[] parts =
        [
            (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
            (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s),
        ];
        return Array.TrueForAll(parts, part => part is >= -Nearly and <= 1 + Nearly) ? new(Byte(parts[0]), Byte(parts[1]), Byte(parts[2])) : null;
    }

    private static byte Byte(double linear)
    {
        var part = Math.Clamp(linear, 0, 1);
        return (byte)Math.Round(255 * (part <= 0.0031308 ? 12.92 * part : (1.055 * Math.Pow(part, 1 / 2.4)) - 0.055));
    }
}
