using System.Text.RegularExpressions;

namespace InstituteCms.Mails;

/// <summary>What came of handing a mail over: the problem, and what the server said in its own words.</summary>
public sealed partial record MailAnswer(MailProblem Problem, string Words)
{
    /// <summary>It was taken.</summary>
    public static MailAnswer Taken { get; } = new(MailProblem.None, "");

    private const int MaxWords = 500;

    /// <summary>Reads it from what a mail service names as errors.</summary>
    /// <param name="errors">
    /// Keys and texts. A key that names a <see cref="MailProblem"/> is believed, the key <c>Answer</c> holds the server's words; without
    /// them, the status codes of RFC 5321 and RFC 3463 are looked for in the texts.
    /// </param>
    public static MailAnswer Read(IReadOnlyCollection<(string Key, string Text)> errors)
    {
        var words = errors.FirstOrDefault(error => error.Key == "Answer").Text ?? string.Join(' ', errors.Select(error => error.Text));
        return new(ProblemOf(errors, words), words.Length <= MaxWords ? words : words[..MaxWords]);
    }

    private static MailProblem ProblemOf(IReadOnlyCollection<(string Key, string Text)> errors, string words)
    {
        foreach (var (key, _) in errors)
        {
            if (key == "To")
            {
                return MailProblem.Recipient;
            }

            if (key == "From")
            {
                return MailProblem.SignIn;
            }

            if (Enum.TryParse<MailProblem>(key, out var named) && named.ToString() == key)
            {
                return named;
            }
        }

        return Status().Match(words) is { Success: true } status ? ProblemOf(status.Value) : MailProblem.Unknown;
    }

    private static MailProblem ProblemOf(string status) => status switch
    {
        "421" => MailProblem.Connection,
        "530" or "534" or "535" or "538" or "5.7.0" or "5.7.8" => MailProblem.SignIn,
        _ when status.StartsWith('4') => MailProblem.Busy,
        "550" or "551" or "553" => MailProblem.Recipient,
        _ when status.StartsWith("5.1.", StringComparison.Ordinal) || status.StartsWith("5.2.", StringComparison.Ordinal) => MailProblem.Recipient,
        _ => MailProblem.Refused,
    };

    /// <summary>An enhanced status code, such as 5.1.1, or a plain one, such as 550.</summary>
    [GeneratedRegex(@"(?<![\d.])[45](\.\d{1,3}){2}(?![\d.])|(?<![\d.])[45]\d\d(?!\d|\.\d)")]
    private static partial Regex Status();
}
