using System.Text.Json;

namespace InstituteCms.CheckIn;

/// <summary>Reads what phones send.</summary>
public static class DoorReports
{
    private const int MostAtOnce = 10_000;

    /// <summary>How the door and phones write to each other.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>What was sent, or <see langword="null"/> where it is nothing that a phone of ours writes.</summary>
    public static DoorReport? Read(string? json)
    {
        try
        {
            return JsonSerializer.Deserialize<DoorReport>(json ?? "", Options) is { } report && report.Ticks.Count + report.WalkIns.Count <= MostAtOnce ? report : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
