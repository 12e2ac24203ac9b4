namespace InstituteCms.Webhooks;

/// <summary>When a message that was not taken is tried again, and when a place that takes none is given up.</summary>
public static class WebhookRetry
{
    /// <summary>How long a place may take nothing: the message that is given up after that is the last.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromDays(3);

    /// <summary>How long an old secret still signs beside the one that replaces it.</summary>
    public static readonly TimeSpan RotationTime = TimeSpan.FromHours(24);

    /// <summary>How long what was sent can be looked at and sent again.</summary>
    public static readonly TimeSpan LogKept = TimeSpan.FromDays(30);

    private static readonly TimeSpan[] _pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10),
        TimeSpan.FromHours(10),
    ];

    /// <summary>Attempts before a message is given up: with the pauses between them, a day and a bit.</summary>
    public static int MaxAttempts => _pauses.Length + 1;

    /// <summary>The next attempt, UTC; <see langword="null"/> where the message is given up.</summary>
    /// <param name="attempts">Attempts that failed, this one among them: 1 or more.</param>
    /// <param name="answer">What came of this one.</param>
    /// <param name="nowUtc">Now.</param>
    public static DateTime? NextUtc(int attempts, WebhookAnswer answer, DateTime nowUtc)
    {
        if (attempts >= MaxAttempts || answer.Problem == WebhookProblem.Gone)
        {
            return null;
        }

        var (pause, wanted) = (_pauses[attempts - 1], answer.RetryAfter ?? TimeSpan.Zero);
        return nowUtc + (wanted <= pause ? pause : wanted < _pauses[^1] ? wanted : _pauses[^1]);
    }

    /// <summary>Whether a place gets no more messages.</summary>
    /// <param name="answer">What came of the last attempt.</param>
    /// <param name="isGivenUp">Whether that message is given up.</param>
    /// <param name="failingSinceUtc">Since when it has taken nothing.</param>
    /// <param name="nowUtc">Now.</param>
    public static bool IsHopeless(WebhookAnswer answer, bool isGivenUp, DateTime failingSinceUtc, DateTime nowUtc) =>
        answer.Problem == WebhookProblem.Gone || (isGivenUp && nowUtc - failingSinceUtc >= LongestSilence);
}
