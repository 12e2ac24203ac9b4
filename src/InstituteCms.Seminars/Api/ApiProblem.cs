using System.Text.Json.Serialization;

namespace InstituteCms.Api;

/// <summary>What went wrong, as RFC 9457 has it.</summary>
public sealed record ApiProblem
{
    /// <summary>Names the kind of problem for programs; it stays the same in every language.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of problem in the reader's language.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>This problem, in the reader's language; null where the title says it all.</summary>
    public string? Detail { get; init; }

    /// <summary>Each thing that is wrong; empty where it is none of the fields.</summary>
    public required IReadOnlyList<ApiFieldProblem> Errors { get; init; }
}

/// <summary>One thing that is wrong, and where.</summary>
public sealed record ApiFieldProblem
{
    /// <summary>What is wrong, in the reader's language.</summary>
    public required string Detail { get; init; }

    /// <summary>JSON Pointer (RFC 6901) to the field of the body, as a fragment: <c>#/email</c>; null where it is none.</summary>
    [JsonPropertyName("pointer")]
    public string? Field { get; init; }

    /// <summary>Name of the parameter of the address or the header; null where it is none.</summary>
    public string? Parameter { get; init; }

    /// <summary>A problem of a parameter.</summary>
    public static ApiFieldProblem Of(string parameter, string detail) => new() { Parameter = parameter, Detail = detail };

    /// <summary>A problem of a field of the body.</summary>
    public static ApiFieldProblem At(string field, string detail) => new() { Field = field, Detail = detail };
}
