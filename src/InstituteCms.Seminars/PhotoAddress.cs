namespace InstituteCms;

/// <summary>Where a picture is found that an editor has named.</summary>
public static class PhotoAddress
{
    private static readonly string[] _withSizes = [".jpg", ".jpeg", ".png", ".webp"];

    /// <summary>An address stays as it is; anything else is a path in the media library.</summary>
    public static string Of(string path) => IsAddress(path) ? path : "~/media/" + path;

    /// <summary>The picture at most that wide, where the library makes sizes of it; otherwise as it is.</summary>
    /// <param name="path">What the editor has named.</param>
    /// <param name="width">In pixels: 160, 240, 480, 600, 1024 or 2048, which every media library makes.</param>
    public static string Of(string path, int width) => HasSizes(path) ? $"{Clean(path)}?width={width}&format=webp" : Of(path);

    /// <summary>The picture cut to a square.</summary>
    /// <inheritdoc cref="Of(string, int)"/>
    public static string Square(string path, int width) => HasSizes(path) ? $"{Clean(path)}?width={width}&height={width}&rmode=crop&format=webp" : Of(path);

    /// <summary>Whether the library makes sizes of it.</summary>
    public static bool HasSizes(string path) => !IsAddress(path) && _withSizes.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Up to two letters that stand for a person without a picture.</summary>
    public static string Monogram(string? name)
    {
        var words = (name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [] => "",
            [var only] => only[..1],
            [var first, .., var last] => first[..1] + last[..1],
        };
    }

    // Blanks and commas end an address in a list of sizes.
    private static string Clean(string path) => Of(path).Replace(" ", "%20", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static bool IsAddress(string path) =>
        path.StartsWith("~/", StringComparison.Ordinal) || path.StartsWith('/') || path.Contains("://", StringComparison.Ordinal);
}
