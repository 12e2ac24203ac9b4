using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace InstituteCms.Editors;

/// <summary>Footnotes are written where they belong, <c>[[like this]]</c>, and numbered when they are shown.</summary>
public static partial class Footnotes
{
    /// <summary>The text with a numbered link in each note's place, and the notes at its end.</summary>
    /// <param name="safeHtml">Sanitised HTML. A note is plain text: one that holds a tag stays as it is.</param>
    /// <param name="heading">Name of the list of notes, for those who hear it.</param>
    /// <param name="back">Name of the links from a note back to the text.</param>
    public static string Number(string? safeHtml, string heading, string back)
    {
        var notes = new List<string>();
        var text = TagOrNote().Replace(safeHtml ?? "", match => match.Groups["note"] is { Success: true } note ? Mark(note.Value) : match.Value);
        return notes.Count == 0 ? text : text + Section();

        string Mark(string note)
        {
            notes.Add(note.Trim());
            var number = notes.Count.ToString(CultureInfo.InvariantCulture);
            return $"<sup id=\"note-mark-{number}\"><a href=\"#note-{number}\">{number}</a></sup>";
        }

        string Section()
        {
            var html = new StringBuilder($"<section class=\"footnotes\" aria-label=\"{System.Net.WebUtility.HtmlEncode(heading)}\"><ol>");
            for (var i = 1; i <= notes.Count; i++)
            {
                html.Append(CultureInfo.InvariantCulture, $"<li id=\"note-{i}\">{notes[i - 1]} <a href=\"#note-mark-{i}\" aria-label=\"{System.Net.WebUtility.HtmlEncode(back)}\">↩</a></li>");
            }

            return html.Append("</ol></section>").ToString();
        }
    }

    // Whole tags first, so that nothing inside an attribute is ever taken for a note.
    [GeneratedRegex("""<(?:[^"'>]|"[^"]*"|'[^']*')*>|\[\[(?<note>[^\[\]<>]+)\]\]""")]
    private static partial Regex TagOrNote();
}
