#nullable disable
namespace System.Text.Json.Settings;

/// <summary>What a merge does with arrays.</summary>
public enum MergeArrayHandling
{
    /// <summary>Appends.</summary>
    Concat = 0,

    /// <summary>Appends what is not there yet.</summary>
    Union = 1,

    /// <summary>Takes the new array.</summary>
    Replace = 2,

    /// <summary>Merges item by item.</summary>
    Merge = 3,
}

/// <summary>How JSON is merged.</summary>
public class JsonMergeSettings
{
    /// <summary>What happens to arrays.</summary>
    public MergeArrayHandling MergeArrayHandling { get; set; }
}
