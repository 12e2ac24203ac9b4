using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.ContentManagement;

namespace InstituteCms.Mails;

/// <summary>A template as it is filled in.</summary>
public sealed class MailTemplateForm
{
    public const int MaxSubject = 200;

    public const int MaxText = 5000;

    [StringLength(MaxSubject, ErrorMessage = "At most 200 characters.")]
    public string? Subject { get; set; }

    [StringLength(MaxText, ErrorMessage = "At most 5000 characters.")]
    public string? Text { get; set; }

    /// <summary>Looks rather than saves.</summary>
    public bool Preview { get; set; }

    [BindNever]
    public MailKind Kind { get; set; }

    [BindNever]
    public string Language { get; set; } = "";

    /// <summary>The event whose own template it is; nothing for the site's.</summary>
    [BindNever]
    public ContentItem? Event { get; set; }

    [BindNever]
    public string Scope { get; set; } = "";

    /// <summary>How it reads, or nothing while it cannot be read.</summary>
    [BindNever]
    public MailWords? Shown { get; set; }

    /// <summary>What was typed, with the original in the place of what was emptied.</summary>
    public MailTemplate Over(MailTemplate original) => new(
        string.IsNullOrWhiteSpace(Subject) ? original.Subject : Subject.ReplaceLineEndings(" ").Trim(),
        string.IsNullOrWhiteSpace(Text) ? original.Text : Text.ReplaceLineEndings("\n").Trim());
}

/// <summary>The kinds of mail, and which of their texts somebody has changed.</summary>
public sealed record MailTemplatesPage(ContentItem? Event, string Scope, IReadOnlySet<string> Changed);
