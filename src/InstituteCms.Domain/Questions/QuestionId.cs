using System.Security.Cryptography;

namespace InstituteCms.Questions;

/// <summary>Names of questions and choices that never change: small letters and digits.</summary>
public static class QuestionId
{
    /// <summary>The longest that is taken.</summary>
    public const int MaxLength = 26;

    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int Length = 10;

    /// <summary>A name that no other question has.</summary>
    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>Whether it may name a question or a choice.</summary>
    public static bool IsValid(string? id) => id is { Length: > 0 and <= MaxLength } && id.All(letter => Letters.Contains(letter, StringComparison.Ordinal));
}
