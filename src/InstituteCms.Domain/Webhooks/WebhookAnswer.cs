namespace InstituteCms.Webhooks;

/// <summary>What went wrong with a message. Names are stored: they never change.</summary>
public enum WebhookProblem
{
    /// <summary>Nothing: it was taken.</summary>
    None,

    /// <summary>The address leads into a network that is not everybody's.</summary>
    NotPublic,

    /// <summary>The name has no address.</summary>
    NoSuchHost,

    /// <summary>Nobody answers there, or the answer broke off.</summary>
    Connection,

    /// <summary>The other side does not prove who it is.</summary>
    Certificate,

    /// <summary>The answer took too long.</summary>
    Timeout,

    /// <summary>It asked to be called elsewhere, which is not done.</summary>
    Redirected,

    /// <summary>It answered that it does not take the message.</summary>
    Refused,

    /// <summary>It answered that it cannot take anything just now.</summary>
    Unavailable,

    /// <summary>It answered that it is gone for good.</summary>
    Gone,

    /// <summary>The secret cannot be read any more: the site has other keys than when it was made.</summary>
    Secret,
}

/// <summary>What came of one attempt.</summary>
/// <param name="Problem">What went wrong, if anything.</param>
/// <param name="Status">The answer's HTTP status; <see langword="null"/> where there was no answer.</param>
/// <param name="Words">The answer's first characters.</param>
/// <param name="RetryAfter">For how long it wants to be left alone, where it said so.</param>
public sealed record WebhookAnswer(WebhookProblem Problem, int? Status = null, string Words = "", TimeSpan? RetryAfter = null)
{
    private const int TooManyRequests = 429;

    /// <summary>Reads an answer's status.</summary>
    public static WebhookProblem ProblemOf(int status) => status switch
    {
        >= 200 and < 300 => WebhookProblem.None,
        >= 300 and < 400 => WebhookProblem.Redirected,
        410 => WebhookProblem.Gone,
        TooManyRequests or >= 500 => WebhookProblem.Unavailable,
        _ => WebhookProblem.Refused,
    };

    /// <summary>Whether every other message to the same place would fare the same.</summary>
    public bool ConcernsAll => Problem is not (WebhookProblem.None or WebhookProblem.Refused);
}
