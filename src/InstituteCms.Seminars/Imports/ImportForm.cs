using System.Text;
using InstituteCms.Registrations;
using InstituteCms.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace InstituteCms.Imports;

/// <summary>What an organiser says about a table to import. The table goes along with the form from page to page: the site keeps none.</summary>
public sealed class ImportForm
{
    private const int MaxMegabytes = 2;
    private const int MaxFileBytes = MaxMegabytes * 1024 * 1024;

    /// <summary>What a form of the framework takes in one field, less some room: a file may grow when it is read as UTF-8.</summary>
    private const int MaxTextBytes = (4 * 1024 * 1024) - (64 * 1024);

    /// <summary>The table itself, as text.</summary>
    public string? Table { get; set; }

    /// <summary>How the file was read; empty for what was pasted.</summary>
    public string? Encoding { get; set; }

    /// <summary>For each column the name of an <see cref="ImportColumn"/>, the id of a question, or nothing.</summary>
    public IList<string?> Columns { get; set; } = [];

    /// <summary>Language of mails to those of whom the table does not say it.</summary>
    public string? Language { get; set; }

    /// <summary>How those take part of whom the table does not say it, at an event that has both ways.</summary>
    public AttendanceMode Mode { get; set; }

    /// <summary>Whether those for whom there is no seat join the waiting list.</summary>
    public bool MayWait { get; set; }

    /// <summary>Whether each gets the mail that somebody who registers gets.</summary>
    public bool Tells { get; set; }

    /// <summary>Whether they know and agree to what the notice says.</summary>
    public bool Consent { get; set; }

    /// <summary>The table in the form.</summary>
    [BindNever]
    public ImportSheet Sheet { get; private set; } = new([], []);

    /// <summary>A form that nobody has filled in yet.</summary>
    public static ImportForm Empty() => new() { Language = RegistrationForm.Empty().Culture, Tells = true };

    /// <summary>Takes the file, if there is one, into the form; what is wrong with it is noted.</summary>
    public async Task TakeAsync(IFormFile? file, ModelStateDictionary state, IStringLocalizer S, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return;
        }

        if (file.Length > MaxFileBytes)
        {
            state.AddModelError(nameof(file), S["The file is too large: at most {0} MB are read.", MaxMegabytes]);
            return;
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        if (TextFile.Read(bytes.ToArray()) is not var (text, encoding))
        {
            state.AddModelError(nameof(file), S["The file is no text that can be read. Save it as CSV in UTF-8."]);
        }
        else if (string.IsNullOrWhiteSpace(text))
        {
            state.AddModelError(nameof(file), S["The file is empty."]);
        }
        else
        {
            (Table, Encoding) = (text, encoding);
            state.Remove(nameof(Table)); // What is shown again is what the file holds.
        }
    }

    /// <summary>Reads the table; what is wrong with it as a whole is noted at <paramref name="field"/>.</summary>
    public void ReadTable(ModelStateDictionary state, string field, IStringLocalizer S)
    {
        if (string.IsNullOrWhiteSpace(Table))
        {
            state.AddModelError(field, S["Choose a file, or paste the table."]);
            return;
        }

        if (System.Text.Encoding.UTF8.GetByteCount(Table) > MaxTextBytes)
        {
            state.AddModelError(field, S["The table is too large: at most {0} MB are read.", MaxMegabytes]);
            return;
        }

        Sheet = ImportSheet.Read(Table);
        var problem = Sheet switch
        {
            { Heads: var heads } when heads.Any(LooksLikeAddress) => S["The first line holds an e-mail address. It has to say what the columns are: put a line above it."],
            { Rows.Count: 0 } => S["There are no rows below the first line, which says what the columns are."],
            { Rows.Count: > ImportSheet.MaxRows } => S["There are more than {0} rows. Split the table, and import one part after the other.", ImportSheet.MaxRows],
            { Heads.Count: > ImportSheet.MaxColumns } => S["There are more than {0} columns. Leave out those that are not needed.", ImportSheet.MaxColumns],
            _ => null,
        };
        if (problem is not null)
        {
            state.AddModelError(field, problem);
        }
    }

    /// <summary>Notes what is missing before it can be told what would become of the table.</summary>
    public void Check(ModelStateDictionary state, IStringLocalizer S)
    {
        if (!Columns.Any(column => column is nameof(ImportColumn.Name) or nameof(ImportColumn.FamilyName) or nameof(ImportColumn.GivenName)))
        {
            state.AddModelError(nameof(Columns), S["Say which column holds the names."]);
        }

        if (!Columns.Contains(nameof(ImportColumn.Email)))
        {
            state.AddModelError(nameof(Columns), S["Say which column holds the e-mail addresses."]);
        }

        if (Columns.Where(column => !string.IsNullOrEmpty(column)).GroupBy(column => column).Any(same => same.Count() > 1))
        {
            state.AddModelError(nameof(Columns), S["Two columns cannot hold the same. Leave one of them out."]);
        }

        if (Language is null || !RegistrationForm.Languages.ContainsKey(Language))
        {
            state.AddModelError(nameof(Language), S["Choose a language."]);
        }
    }

    private static bool LooksLikeAddress(string head) => head.Trim() is var text && text.IndexOf('@', StringComparison.Ordinal) > 0 && !text.Any(char.IsWhiteSpace);
}
