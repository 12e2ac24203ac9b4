namespace InstituteCms;

/// <summary>Where a picture is found that an editor has named.</summary>
public static class PhotoAddress
{
    /// <summary>An address stays as it is; anything else is a path in the media library.</summary>
    public static string Of(string path) =>
        path.StartsWith("~/", StringComparison.Ordinal) || path.StartsWith('/') || path.Contains("://", StringComparison.Ordinal) ? path : "~/media/" + path;

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
}
