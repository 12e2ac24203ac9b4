using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InstituteCms.Registrations;

/// <summary>The settings as they are filled in.</summary>
public sealed class PrivacyForm
{
    [Required(ErrorMessage = "Enter the days.")]
    [Range(0, RetentionPolicy.MaxDays, ErrorMessage = "Enter 0 to 3650 days.")]
    public int? RetentionDays { get; set; }

    [StringLength(500, ErrorMessage = "At most 500 characters.")]
    public string? ResponsibleEnglish { get; set; }

    [StringLength(500, ErrorMessage = "At most 500 characters.")]
    public string? ResponsibleJapanese { get; set; }

    public string? Contact { get; set; }

    [StringLength(1000, ErrorMessage = "At most 1000 characters.")]
    public string? SentenceEnglish { get; set; }

    [StringLength(1000, ErrorMessage = "At most 1000 characters.")]
    public string? SentenceJapanese { get; set; }

    /// <summary>Looks rather than saves.</summary>
    public bool Preview { get; set; }

    /// <summary>The notice as registrants would read it, by language.</summary>
    [BindNever]
    public IReadOnlyDictionary<string, PrivacyNotice> Notices { get; set; } = new Dictionary<string, PrivacyNotice>();

    public static PrivacyForm Of(PrivacySettings settings) => new()
    {
        RetentionDays = settings.RetentionDays,
        ResponsibleEnglish = settings.Responsible.English,
        ResponsibleJapanese = settings.Responsible.Japanese,
        Contact = settings.Contact,
        SentenceEnglish = settings.Sentence.English,
        SentenceJapanese = settings.Sentence.Japanese,
    };

    public PrivacySettings ToSettings() => new()
    {
        RetentionDays = RetentionDays ?? RetentionPolicy.DefaultDays,
        Responsible = new() { English = ResponsibleEnglish?.Trim(), Japanese = ResponsibleJapanese?.Trim() },
        Contact = Contact?.Trim(),
        Sentence = new() { English = SentenceEnglish?.Trim(), Japanese = SentenceJapanese?.Trim() },
    };
}
