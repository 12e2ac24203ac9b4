namespace InstituteCms.Kernel.Media;

/// <summary>
/// How the sizes of a picture are cut, in hundredths of its width and height from the left and from above: only the part inside the crop is
/// shown, and where a size has another shape, the focal point stays in.
/// </summary>
public sealed record Framing
{
    /// <summary>The point that matters; null for the middle of the crop.</summary>
    public double? FocalX { get; set; }

    /// <summary>The point that matters; null for the middle of the crop.</summary>
    public double? FocalY { get; set; }

    /// <summary>Left edge of the crop.</summary>
    public double Left { get; set; }

    /// <summary>Upper edge of the crop.</summary>
    public double Top { get; set; }

    /// <summary>Width of the crop.</summary>
    public double Width { get; set; } = 100;

    /// <summary>Height of the crop.</summary>
    public double Height { get; set; } = 100;

    /// <summary>Whether the crop lies in the picture and leaves something of it.</summary>
    public bool IsSound => Left >= 0 && Top >= 0 && Width >= 1 && Height >= 1 && Left + Width <= 100.001 && Top + Height <= 100.001
        && FocalX is null or (>= 0 and <= 100) && FocalY is null or (>= 0 and <= 100);

    /// <summary>Differs where the cuts differ.</summary>
    internal string Stamp => FormattableString.Invariant($"-{FocalX}-{FocalY}-{Left}-{Top}-{Width}-{Height}");

    /// <summary>The part of a picture that a size is made from, in pixels.</summary>
    /// <param name="width">Width of the picture.</param>
    /// <param name="height">Its height.</param>
    /// <param name="shape">Width of the size divided by its height; null to keep that of the crop.</param>
    internal (double X, double Y, double Width, double Height) Cut(double width, double height, double? shape)
    {
        var (x, y, w, h) = (Left / 100 * width, Top / 100 * height, Width / 100 * width, Height / 100 * height);
        if (shape is not { } wanted)
        {
            return (x, y, w, h);
        }

        var (cutWidth, cutHeight) = w / h > wanted ? (h * wanted, h) : (w, w / wanted);
        return (Around(FocalX / 100 * width, x, w, cutWidth), Around(FocalY / 100 * height, y, h, cutHeight), cutWidth, cutHeight);
    }

    private static double Around(double? focus, double start, double length, double cut) =>
        Math.Clamp((focus ?? start + (length / 2)) - (cut / 2), start, start + length - cut);
}
