namespace InstituteCms.Kernel.Display;

/// <summary>From a template's file name to the shape it renders.</summary>
internal static class ShapeNames
{
    private static readonly string[] _folders = ["", "Items/", "Parts/", "Fields/", "Elements/"];
    private static readonly string[] _extensions = [".cshtml", ".liquid"];

    /// <summary>The shape of a path below <c>Views/</c>; null where the file is no template of a shape.</summary>
    public static string? FromPath(string path)
    {
        var slash = path.LastIndexOf('/') + 1;
        var folder = path[..slash];
        var file = path[slash..];
        var extension = _extensions.FirstOrDefault(e => file.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        if (extension is null || file.StartsWith('_') || !_folders.Contains(folder, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var prefix = folder is "" || folder.Equals("Items/", StringComparison.OrdinalIgnoreCase) ? "" : folder.TrimEnd('/') + "_";
        return prefix + FromFile(file[..^extension.Length]);
    }

    /// <summary>
    /// <c>-</c> stands for two underscores and <c>.</c> for one; a last <c>.X</c> behind a dash is the display type,
    /// which comes before the first two underscores.
    /// </summary>
    public static string FromFile(string name)
    {
        var dot = name.LastIndexOf('.');
        var dash = name.IndexOf('-', StringComparison.Ordinal);
        if (dot > 0 && dash > 0 && dot > name.LastIndexOf('-'))
        {
            name = name[..dash] + "_" + name[(dot + 1)..] + name[dash..dot];
        }

        return name.Replace("-", "__", StringComparison.Ordinal).Replace('.', '_');
    }

    /// <summary>A value as a piece of an alternate: <c>-</c> becomes <c>__</c>, <c>.</c> becomes <c>_</c>.</summary>
    public static string Encode(string value) => value.Replace("-", "__", StringComparison.Ordinal).Replace('.', '_');

    /// <summary>The names tried for a shape, first to last: alternates from the last added, then its type, less and less specific.</summary>
    public static IEnumerable<string> Candidates(string type, IEnumerable<string> alternates)
    {
        foreach (var alternate in alternates.Reverse())
        {
            yield return alternate;
        }

        for (var name = type; ; name = name[..name.LastIndexOf("__", StringComparison.Ordinal)])
        {
            yield return name;
            if (name.LastIndexOf("__", StringComparison.Ordinal) <= 0)
            {
                yield break;
            }
        }
    }
}
