using InstituteCms.Events;
using InstituteCms.Questions;
using InstituteCms.Registrations;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Email;

namespace InstituteCms.Imports;

/// <summary>One row of the table, understood or not.</summary>
/// <param name="Called">Who is meant, as far as the row says it.</param>
/// <param name="Registrant"><see langword="null"/> where it cannot be understood.</param>
/// <param name="Problem">Why not.</param>
public sealed record ImportLine(int Line, string Called, Registrant? Registrant, string Problem = "")
{
    /// <summary>What becomes, or became, of it.</summary>
    public RegistrationOutcome? Outcome { get; init; }
}

/// <summary>Understands the rows of a table as people who register.</summary>
public sealed class ImportReader
{
    private const int MaxLength = 200;

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
        var questions = @event.GetOrCreate<QuestionsPart>().Questions.Where(question => !question.Retired).ToList();
        var mode = @event.GetOrCreate<EventPart>().Modes()[0];
        var seen = new Dictionary<string, int>();
        return [.. form.Sheet.Rows.Select(row => Read(row))];

        ImportLine Read(ImportRow row)
        {
            var person = new ImportedPerson(row, form.Columns);
            var called = person[ImportColumn.Name] is { Length: > 0 } name ? name : person[ImportColumn.Email];
            var answers = Answers(questions, person, out var problem);
            problem ??= ProblemOf(person, seen);
            return problem is not null ? new(row.Line, called, null, problem) : new(row.Line, called, new(
                person[ImportColumn.Name], person[ImportColumn.Email], person[ImportColumn.Affiliation], person.Language ?? form.Language!, notice, person.Companions, person.Seats!.Value)
            {
                Answers = answers,
                Mode = mode,
            });
        }
    }

    private string? ProblemOf(ImportedPerson person, Dictionary<string, int> seen)
    {
        var email = EmailAddressKey.From(person[ImportColumn.Email]);
        return person switch
        {
            _ when person[ImportColumn.Name].Length == 0 => S["There is no name."].Value,
            _ when email.Length is 0 or > EmailAddressKey.MaxLength || !_addresses.Validate(EmailAddressKey.Fold(person[ImportColumn.Email])) =>
                S["“{0}” is no e-mail address.", person[ImportColumn.Email]].Value,
            _ when !seen.TryAdd(email, person.Line) => S["The address stands in line {0} already.", seen[email]].Value,
            _ when person[ImportColumn.Name].Length > MaxLength || person[ImportColumn.Affiliation].Length > MaxLength || person.Companions.Any(one => one.Length > MaxLength) =>
                S["A name or an affiliation has more than {0} characters.", MaxLength].Value,
            { Seats: null } => S["“{0}” is no number of seats.", person[ImportColumn.Seats]].Value,
            _ when person.Companions.Count >= person.Seats => S["There are more companions than seats for them."].Value,
            _ => null,
        };
    }

    /// <summary>Who did not answer is let through: the organisers know why.</summary>
    private IReadOnlyList<Answer> Answers(List<Question> questions, ImportedPerson person, out string? problem)
    {
        var given = AnswerRules.Check(questions.Select(question => question with { Required = false }), id => person.ValuesFor(questions.Find(question => question.Id == id)!), QuestionFields.Language);
        problem = given.Problems is [var (question, wrong), ..] ? $"{question.Label.In(QuestionFields.Language)}: {_answerTexts.Problem(wrong, question)}" : null;
        return given.Answers;
    }
}
