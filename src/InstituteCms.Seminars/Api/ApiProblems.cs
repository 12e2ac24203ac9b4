using Microsoft.Extensions.Localization;

namespace InstituteCms.Api;

/// <summary>The kinds of problem; each has a name that programs may rely on.</summary>
public enum ProblemKind
{
    /// <summary>The request cannot be understood.</summary>
    InvalidRequest,

    /// <summary>The cursor is of another list, or made up.</summary>
    UnknownCursor,

    /// <summary>Nobody is signed in, or the token is not good.</summary>
    Unauthorized,

    /// <summary>Whoever is signed in may not do this.</summary>
    Forbidden,

    /// <summary>There is no such thing.</summary>
    NotFound,

    /// <summary>The method does nothing here.</summary>
    MethodNotAllowed,

    /// <summary>The request was understood and is refused by a rule.</summary>
    Refused,

    /// <summary>The body is larger than any that is meant.</summary>
    TooLarge,

    /// <summary>The body is not JSON.</summary>
    UnsupportedMediaType,

    /// <summary>Fields of the body hold what cannot be taken.</summary>
    InvalidFields,

    /// <summary>The idempotency key was used before, for something else.</summary>
    KeyReused,

    /// <summary>Too many requests.</summary>
    TooManyRequests,

    /// <summary>Something failed here.</summary>
    Failed,
}

/// <summary>Says what went wrong in the language of the request.</summary>
public sealed class ApiProblems
{
    /// <summary>What the types of all problems begin with.</summary>
    public const string TypePrefix = "urn:institutecms:problem:";

    private readonly IStringLocalizer S;

    public ApiProblems(IStringLocalizer<ApiProblems> localizer) => S = localizer;

    public ApiProblem Of(ProblemKind kind, params IReadOnlyList<ApiFieldProblem> errors) => Of(kind, null, errors);

    public ApiProblem Of(ProblemKind kind, string? detail, params IReadOnlyList<ApiFieldProblem> errors)
    {
        var (status, name, title) = Describe(kind);
        return new() { Type = TypePrefix + name, Title = title, Status = status, Detail = detail, Errors = errors };
    }

    /// <summary>The problem that an empty answer with this status stands for.</summary>
    public ApiProblem OfStatus(int status) => Of(KindOf(status)) with { Status = status };

    private static ProblemKind KindOf(int status) => status switch
    {
        401 => ProblemKind.Unauthorized,
        403 => ProblemKind.Forbidden,
        404 => ProblemKind.NotFound,
        405 => ProblemKind.MethodNotAllowed,
        413 => ProblemKind.TooLarge,
        415 => ProblemKind.UnsupportedMediaType,
        429 => ProblemKind.TooManyRequests,
        >= 500 => ProblemKind.Failed,
        _ => ProblemKind.InvalidRequest,
    };

    private (int Status, string Name, string Title) Describe(ProblemKind kind) => kind switch
    {
        ProblemKind.UnknownCursor => (400, "unknown-cursor", S["The cursor belongs to no list that is asked for here."].Value),
        ProblemKind.Unauthorized => (401, "unauthorized", S["Sign in, or send a token that is good."].Value),
        ProblemKind.Forbidden => (403, "forbidden", S["You are not allowed to do this."].Value),
        ProblemKind.NotFound => (404, "not-found", S["There is nothing at this address."].Value),
        ProblemKind.MethodNotAllowed => (405, "method-not-allowed", S["This method does nothing at this address."].Value),
        ProblemKind.Refused => (409, "refused", S["This cannot be done now."].Value),
        ProblemKind.TooLarge => (413, "too-large", S["The body is too large."].Value),
        ProblemKind.UnsupportedMediaType => (415, "unsupported-media-type", S["Send the body as JSON: application/json."].Value),
        ProblemKind.InvalidFields => (422, "invalid-fields", S["Some fields hold what cannot be taken."].Value),
        ProblemKind.KeyReused => (422, "key-reused", S["This idempotency key was used before, for another request."].Value),
        ProblemKind.TooManyRequests => (429, "too-many-requests", S["Too many requests are coming from your address. Wait for the time that Retry-After names."].Value),
        ProblemKind.Failed => (500, "failed", S["Something failed here. Nothing was changed by this request."].Value),
        _ => (400, "invalid-request", S["The request cannot be understood."].Value),
    };
}
