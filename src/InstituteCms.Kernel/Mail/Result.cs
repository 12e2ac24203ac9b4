#nullable disable
using Microsoft.Extensions.Localization;

namespace OrchardCore.Infrastructure;

/// <summary>Whether something went well, and what went wrong.</summary>
public class Result
{
    /// <summary>An outcome with its errors.</summary>
    protected Result(bool succeeded, List<ResultError> errors)
    {
        Succeeded = succeeded;
        Errors = errors ?? [];
    }

    /// <summary>What went wrong; empty after a success.</summary>
    public IEnumerable<ResultError> Errors { get; }

    /// <summary>Whether it went well.</summary>
    public bool Succeeded { get; protected set; }

    /// <summary>It went well.</summary>
    public static Result Success() => new(true, null);

    /// <summary>It failed for these reasons.</summary>
    public static Result Failed(params ResultError[] errors) => new(false, [.. errors]);

    /// <summary>It failed for one reason.</summary>
    public static Result Failed(LocalizedString error) => Failed(new ResultError { Message = error });
}

/// <summary>A reason of failure.</summary>
public class ResultError
{
    /// <summary>The field it concerns; empty for the whole.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>The reason, in the reader's language.</summary>
    public LocalizedString Message { get; set; }
}
