namespace InstituteCms.Mails;

/// <summary>When a mail that was not taken is tried again.</summary>
public static class MailRetry
{
    /// <summary>Answered attempts before a mail is given up: with the pauses between them, about a day and a half.</summary>
    public const int MaxAttempts = 14;

    /// <summary>How long a mail waits for a server that is not there.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(5);

    private static readonly TimeSpan _firstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _longestPause = TimeSpan.FromHours(6);
    private static readonly TimeSpan _longestTroublePause = TimeSpan.FromMinutes(15);

    /// <summary>Whether it is the way to the server that is at fault, and every other mail would fare the same.</summary>
    public static bool ConcernsAll(this MailProblem problem) => problem is MailProblem.Connection or MailProblem.SignIn;

    /// <summary>The next attempt, UTC; <see langword="null"/> where the mail is given up.</summary>
    /// <param name="problem">Why it was not taken.</param>
    /// <param name="attempts">Attempts that the server has answered, this one among them.</param>
    /// <param name="troubles">Attempts in a row that did not reach the server, this one among them.</param>
    /// <param name="queuedUtc">Since when it waits.</param>
    /// <param name="nowUtc">Now.</param>
    public static DateTime? NextUtc(MailProblem problem, int attempts, int troubles, DateTime queuedUtc, DateTime nowUtc) => problem switch
    {
        MailProblem.Recipient or MailProblem.Refused or MailProblem.Erased => null,
        MailProblem.Connection or MailProblem.SignIn =>
            nowUtc - queuedUtc >= LongestWait ? null : nowUtc + Pause(troubles, _longestTroublePause),
        _ => attempts >= MaxAttempts ? null : nowUtc + Pause(attempts, _longestPause),
    };

    private static TimeSpan Pause(int failures, TimeSpan longest)
    {
        var pause = _firstPause * Math.Pow(2, Math.Clamp(failures, 1, MaxAttempts) - 1);
        return pause < longest ? pause : longest;
    }
}
