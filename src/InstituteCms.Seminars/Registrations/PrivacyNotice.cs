using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using InstituteCms.Privacy;

namespace InstituteCms.Registrations;

/// <summary>What a registrant is told about personal data.</summary>
/// <param name="Version">Differs whenever the text does.</param>
/// <param name="Text">The text, one statement per line.</param>
public sealed record PrivacyNotice(string Version, string Text)
{
    private const int VersionLength = 16;

    /// <summary>What the person agreed to besides, of their own free will.</summary>
    public IReadOnlyList<GivenConsent> Consents { get; init; } = [];

    /// <summary>Whether the person agreed to be told when the report is published, and has not thought better of it.</summary>
    [JsonIgnore]
    public bool WantsReport => Consents.Any(consent => consent is { To: ConsentTo.ReportNews, WithdrawnUtc: null });

    /// <summary>The notice with these statements.</summary>
    public static PrivacyNotice Of(IEnumerable<string> statements)
    {
        var text = string.Join('\n', statements);
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..VersionLength], text);
    }

    /// <summary>The statements.</summary>
    public IEnumerable<string> Lines() => Text.Split('\n');
}
