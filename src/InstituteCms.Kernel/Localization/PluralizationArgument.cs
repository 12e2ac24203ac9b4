#nullable disable
namespace OrchardCore.Localization;

/// <summary>The sole argument of a text that depends on a number.</summary>
public struct PluralizationArgument
{
    /// <summary>The number; it is also the first value put into the text.</summary>
    public int Count { get; set; }

    /// <summary>The forms in the language of the source: singular, plural.</summary>
    public string[] Forms { get; set; }

    /// <summary>Further values.</summary>
    public object[] Arguments { get; set; }
}
