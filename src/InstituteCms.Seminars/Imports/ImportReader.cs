using InstituteCms.Events;
using InstituteCms.Questions;
using InstituteCms.Registrations;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Email;

namespace InstituteCms.Imports;

/// <summary>Understands the rows of a table as people who register.</summary>
public sealed class ImportReader
{
    private readonly PrivacyNoticeWriter _notices;
    private readonly IEmailAddressValidator _addresses;
    private readonly AnswerTexts _answerTexts;
    private readonly IStringLocalizer S;

    public ImportReader(PrivacyNoticeWriter notices, IEmailAddressValidator addresses, AnswerTexts answerTexts, IStringLocalizer<ImportReader> localizer)
    {
        _notices = notices;
        _addresses = addresses;
        _answerTexts = answerTexts;
        S = localizer;
    }

    /// <summary>All of them, in their order.</summary>
    public async Task<IReadOnlyList<ImportLine>> ReadAsync(ContentItem @event, ImportForm form)
    {
        var notice = await _notices.WriteAsync(@event);
        var questions = @event.GetOrCreate<QuestionsPart>().Asked().Select(question => question with { Required = false }).ToList(); // The organisers know why something is not answered.
        var modes = @event.GetOrCreate<EventPart>().Modes();
        var seen = new Dictionary<string, int>();
        return [.. form.Sheet.Rows.Select(Read)];

        ImportLine Read(ImportRow row)
        {
            var person = new ImportedPerson(row, form.Columns);
            var called = person.Name is { Length: > 0 } name ? name : person[ImportColumn.Email];
            var (seats, language, mode) = (person.Seats, person.Language(form.Language!), modes.Count > 1 ? person.Mode(form.Mode) : modes[0]);
            var answers = AnswerRules.Check(questions, id => person.AnswersTo(questions.Find(question => question.Id == id)!), QuestionFields.Language);
            var problem = ProblemOf(row, person, answers, modes);
            var key = EmailAddressKey.From(person[ImportColumn.Email]);
            if (problem is null && !seen.TryAdd(key, row.Line))
            {
                problem = S["The address stands in line {0} already.", seen[key]];
            }

            return problem is not null || seats is null || language is null || mode is null
                ? new(row, called, null, problem ?? "")
                : new(row, called, new(person.Name, person[ImportColumn.Email], person[ImportColumn.Affiliation], language, notice, person.Companions, seats.Value)
                {
                    Answers = answers.Answers,
                    Mode = mode.Value,
                });
        }
    }

    private string? ProblemOf(ImportRow row, ImportedPerson person, CheckedAnswers answers, IReadOnlyList<AttendanceMode> modes)
    {
        var (name, email, affiliation) = (person.Name, person[ImportColumn.Email], person[ImportColumn.Affiliation]);
        return person switch
        {
            _ when row.IsBroken => S["A quotation mark is not closed, or not doubled within a text. Lines below may have been taken for a part of this one."].Value,
            _ when name.Length == 0 => S["There is no name."].Value,
            _ when email.Length == 0 => S["There is no e-mail address."].Value,
            _ when EmailAddressKey.From(email).Length > EmailAddressKey.MaxLength || !_addresses.Validate(EmailAddressKey.Fold(email)) => S["“{0}” is no e-mail address.", Short(email)].Value,
            _ when name.Length > RegistrationRules.LongestName || affiliation.Length > RegistrationRules.LongestName || person.Companions.Any(one => one.Length > RegistrationRules.LongestName) =>
                S["A name or an affiliation has more than {0} characters.", RegistrationRules.LongestName].Value,
            { Seats: null } => S["“{0}” is no number of seats from 1 to {1}.", Short(person[ImportColumn.Seats]), RegistrationRules.LargestParty].Value,
            _ when person.Companions.Count >= person.Seats => S["There are more companions than seats for them."].Value,
            _ when person.Language("en") is null => S["“{0}” is no language of the mails: write “en” or “ja”.", Short(person[ImportColumn.Language])].Value,
            _ when modes.Count > 1 && person.Mode(modes[0]) is null => S["“{0}” is no way of taking part: write “in person” or “online”.", Short(person[ImportColumn.Mode])].Value,
            _ when answers.Problems is [var (question, wrong), ..] => S["{0}: {1}", question.Label.In(QuestionFields.Language), _answerTexts.Problem(wrong, question)].Value,
            _ => null,
        };
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
