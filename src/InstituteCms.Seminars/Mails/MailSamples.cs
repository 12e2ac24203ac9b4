using InstituteCms.Events;
using InstituteCms.Registrations;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace InstituteCms.Mails;

/// <summary>Fills templates in for somebody who does not exist, and says what is wrong with them.</summary>
public sealed class MailSamples
{
    private const string NoJoinLink = "https://example.org/join";

    private readonly RegistrationMail _mail;
    private readonly MailRenderer _renderer;
    private readonly EventTexts _texts;
    private readonly IClock _clock;
    private readonly IStringLocalizer S;

    public MailSamples(RegistrationMail mail, MailRenderer renderer, EventTexts texts, IClock clock, IStringLocalizer<MailSamples> localizer)
    {
        _mail = mail;
        _renderer = renderer;
        _texts = texts;
        _clock = clock;
        S = localizer;
    }

    /// <summary>What the gaps are filled with in a mail about this event, or about one that is made up.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ValuesAsync(ContentItem? @event, string language)
    {
        using var _ = new LanguageScope(language);
        var about = @event ?? MadeUp();
        HideJoinLink(about);
        var registration = new Registration { Status = RegistrationStatus.Confirmed, Name = S["Jane Doe"], Culture = language };
        var values = await _mail.ValuesAsync(about, registration, "https://example.org/personal-page");
        values[MailVariables.Position] = "3";
        values[MailVariables.Expires] = _texts.Moment(_clock.UtcNow.AddDays(2), about.GetOrCreate<EventPart>());
        values[MailVariables.Words] = S["Words that the organisers write."];
        values[MailVariables.Sentence] = S["there is news about “{0}”, for which you are registered.", about.DisplayText];
        values[MailVariables.Report] = about.DisplayText;
        return values;
    }

    /// <summary>The template as a mail, what it cannot do without not added; <see langword="null"/> where it is no sound template.</summary>
    public async Task<MailWords?> FillAsync(MailKind kind, MailTemplate template, IReadOnlyDictionary<string, string> values) =>
        GrammarProblems(kind, template).Count > 0 ? null : (await TryFillAsync(template, values)).Words;

    /// <summary>What is wrong, with the field that it is wrong in.</summary>
    public async Task<IReadOnlyList<(string Field, string Problem)>> CheckAsync(
        MailKind kind, MailTemplate template, IReadOnlyDictionary<string, string> values)
    {
        var problems = GrammarProblems(kind, template);
        if (problems.Count > 0)
        {
            return problems;
        }

        var (words, reason) = await TryFillAsync(template, values);
        return words is null
            ? [(nameof(template.Text), S["This cannot be read as a template: {0}", reason])]
            : [.. MailRenderer.Missing(kind, words.Text, values).Select(name => (nameof(template.Text), S["This mail has to say {0}.", $"{{{{ {name} }}}}"].Value))];
    }

    private List<(string Field, string Problem)> GrammarProblems(MailKind kind, MailTemplate template)
    {
        var problems = new List<(string, string)>();
        foreach (var (field, text) in new[] { (nameof(template.Subject), template.Subject), (nameof(template.Text), template.Text) })
        {
            problems.AddRange(_renderer.ProblemsOf(text).Select(problem => (field, S["This cannot be read as a template: {0}", problem].Value)));
            problems.AddRange(MailVariables.UnknownIn(text, kind).Select(name => (field, S["No mail of this kind knows “{0}”.", name].Value)));
            if (MailVariables.HoldsPersonalLink(text))
            {
                problems.Add((field, S["A personal link stands in the text itself: everybody would get that one person's link. Use {0}.", "{{ cancel }}"]));
            }
        }

        return problems;
    }

    private async Task<(MailWords? Words, string Reason)> TryFillAsync(MailTemplate template, IReadOnlyDictionary<string, string> values)
    {
        try
        {
            return (await _renderer.FillAsync(template, values), "");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (null, e.Message); // A filter that cannot use its value, for example.
        }
    }

    private static void HideJoinLink(ContentItem @event)
    {
        if (@event.GetOrCreate<EventPart>() is { JoinUrl.Length: > 0 } part)
        {
            part.JoinUrl = NoJoinLink; // In this request's copy alone: it is never saved.
            @event.Apply(part);
        }
    }

    private ContentItem MadeUp()
    {
        var item = new ContentItem { ContentType = SeminarTypes.Event, DisplayText = S["Introduction to something interesting"] };
        var startUtc = _clock.UtcNow.Date.AddDays(14).AddHours(9);
        item.Alter<EventPart>(part =>
        {
            (part.StartUtc, part.EndUtc) = (startUtc, startUtc.AddHours(2));
            part.Venue.Name = S["Great Hall"];
        });
        return item;
    }
}
