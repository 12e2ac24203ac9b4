using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;
using InstituteCms.Mails;
using InstituteCms.Questions;
using InstituteCms.Registrations;
using Microsoft.Extensions.Localization;

namespace InstituteCms.Privacy;

/// <summary>Writes a registrant's own data for a program (JSON), or for a person with a spreadsheet (CSV, in the language of the page).</summary>
public sealed class OwnDataFile
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // A file that is downloaded: it stands in no page.
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly AnswerTexts _answers;
    private readonly RegistrantFieldTexts _fields;
    private readonly MailTexts _mails;
    private readonly MailStateTexts _mailStates;
    private readonly IStringLocalizer S;

    public OwnDataFile(AnswerTexts answers, RegistrantFieldTexts fields, MailTexts mails, MailStateTexts mailStates, IStringLocalizer<OwnDataFile> localizer)
    {
        _answers = answers;
        _fields = fields;
        _mails = mails;
        _mailStates = mailStates;
        S = localizer;
    }

    public static byte[] ToJson(OwnData data) => JsonSerializer.SerializeToUtf8Bytes(data, _json);

    public byte[] ToCsv(OwnData data)
    {
        using var stream = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), CultureInfo.InvariantCulture))
        {
            foreach (var (what, words, utc) in Rows(data).Prepend((S["Item"], S["Content"], S["Time (UTC)"])))
            {
                csv.WriteField(SpreadsheetText.Safe(what));
                csv.WriteField(SpreadsheetText.Safe(words));
                csv.WriteField(utc);
                csv.NextRecord();
            }
        }

        return stream.ToArray();
    }

    private IEnumerable<(string What, string Words, string Utc)> Rows(OwnData data) =>
    [
        .. Facts(data).Where(row => row.Words.Length > 0).Select(row => (row.What, row.Words, "")),
        .. data.Answers.Select(answer => (answer.Asked, _answers.Words(answer), "")),
        (S["Registered"], S[data.Status.ToString()], Time(data.RegisteredUtc)),
        (S["Personal link last sent"], "", Time(data.LinkSentUtc)),
        .. Moment(S["Checked in"], data.CheckedInUtc),
        .. Moment(S["Data is erased"], data.EraseUtc),
        .. data.History.Select(change => (S["History"].Value, Words(change), Time(change.AtUtc))),
        .. data.Notes.Select(note => (S["Organisers' note"].Value, note.Text, Time(note.AtUtc))),
        .. data.Consents.Select(consent => (S["Consent"].Value, consent.Text, Time(consent.GivenUtc))),
        .. data.Consents.Where(consent => consent.WithdrawnUtc is not null).Select(consent => (S["Consent withdrawn"].Value, consent.Text, Time(consent.WithdrawnUtc!.Value))),
        .. data.Mails.Select(mail => (S["Mail"].Value, Words(mail), Time(mail.SentUtc ?? mail.WrittenUtc))),
    ];

    private IEnumerable<(string What, string Words)> Facts(OwnData data) =>
    [
        (S["Event"], data.EventTitle),
        (S["Name"], data.Name),
        (S["E-mail"], data.Email),
        (S["Affiliation"], data.Affiliation),
        (S["Language"], data.Language),
        (S["Number of people"], data.Seats.ToString(CultureInfo.InvariantCulture)),
        (S["Who comes along"], string.Join("; ", data.Companions)),
        (S["Code on your ticket"], data.Code),
        (S["Reminder before the event"], data.WantsReminder ? S["Yes"] : S["No"]),
        (S["What you were told about your data"], data.PrivacyNotice ?? ""),
    ];

    private string Words(OwnChange change) => string.Join(" · ", new[]
    {
        change.Edited.Count > 0 ? _fields.Changed(change.Edited)
            : change.From is { } from ? $"{S[from.ToString()].Value} → {S[change.To.ToString()].Value}"
            : S[change.To.ToString()].Value,
        _fields.Actor(change.By),
        change.Why,
    }.Where(words => words.Length > 0));

    private string Words(OwnMail mail) => string.Join(" · ", new[] { _mails.NameOf(mail.Kind), _mailStates.NameOf(mail.Status), mail.Subject, mail.Text }.Where(words => words.Length > 0));

    private static IEnumerable<(string What, string Words, string Utc)> Moment(string what, DateTime? utc) => utc is { } known ? [(what, "", Time(known))] : [];

    private static string Time(DateTime utc) => utc.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
