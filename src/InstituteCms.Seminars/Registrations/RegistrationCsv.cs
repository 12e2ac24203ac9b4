using System.Globalization;
using System.Text;
using CsvHelper;
using InstituteCms.Events;
using InstituteCms.Questions;
using Microsoft.Extensions.Localization;

namespace InstituteCms.Registrations;

/// <summary>Registrations as a table for a spreadsheet program: UTF-8 with a byte order mark, times on the clocks of the event.</summary>
public static class RegistrationCsv
{
    public static byte[] Write(IEnumerable<Registration> registrations, EventPart @event, AnswerColumns answers, IStringLocalizer S)
    {
        using var stream = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), CultureInfo.InvariantCulture))
        {
            WriteRow(csv, [S["Name"], S["E-mail"], S["Affiliation"], S["Language"], S["Status"], S["Registered"], S["Cancelled"], .. answers.Heads]);
            foreach (var registration in registrations)
            {
                WriteRow(
                    csv,
                    [
                        registration.Name,
                        registration.Email,
                        registration.Affiliation,
                        registration.Culture,
                        S[registration.Status.ToString()],
                        Time(registration.CreatedUtc, @event),
                        Time(registration.CancelledUtc, @event),
                        .. answers.Cells(registration),
                    ]);
            }
        }

        return stream.ToArray();
    }

    private static void WriteRow(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(SpreadsheetText.Safe(field));
        }

        csv.NextRecord();
    }

    private static string Time(DateTime? utc, EventPart @event) =>
        utc is { } known
            ? EventTimes.ToLocalWithOffset(known, EventTimes.IsKnownZone(@event.TimeZoneId) ? @event.TimeZoneId : "Etc/UTC").ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)
            : "";
}
