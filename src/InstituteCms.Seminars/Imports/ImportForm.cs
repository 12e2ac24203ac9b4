using InstituteCms.Registrations;
using InstituteCms.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace InstituteCms.Imports;

/// <summary>What an organiser says about a table to import. The table goes along with the form: the site keeps none.</summary>
public sealed class ImportForm
{
    private const int MaxFileBytes = 1024 * 1024;

    /// <summary>The table itself, as text.</summary>
    public string? Table { get; set; }

    /// <summary>How the file was read.</summary>
    public string? Encoding { get; set; }

    /// <summary>For each column the name of an <see cref="ImportColumn"/>, the id of a question, or nothing.</summary>
    public IList<string?> Columns { get; set; } = [];

    /// <summary>Language of mails to those of whom the table does not say it.</summary>
    public string? Language { get; set; }

    /// <summary>Whether those for whom there is no seat join the waiting list.</summary>
    public bool MayWait { get; set; }

    /// <summary>Whether each gets the mail that somebody who registers gets.</summary>
    public bool Mail { get; set; }

    /// <summary>Whether they know and agree to what the notice says.</summary>
    public bool Agreed { get; set; }

    /// <summary>Whether it is meant; otherwise it is tried out.</summary>
    public bool ForReal { get; set; }

    /// <summary>The table in the form.</summary>
    [BindNever]
    public ImportSheet Sheet { get; private set; } = new([], []);

    /// <summary>Reads a file into the form; what is wrong with it is noted.</summary>
    public async Task TakeAsync(IFormFile? file, ModelStateDictionary state, IStringLocalizer S, CancellationToken cancellationToken)
    {
        if (file is not { Length: > 0 })
        {
            state.AddModelError(nameof(file), S["Choose a file."]);
        }
        else if (file.Length > MaxFileBytes)
        {
            state.AddModelError(nameof(file), S["The file is too large: at most {0} KB are read.", MaxFileBytes / 1024]);
        }
        else
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancellationToken);
            if (TextFile.Read(bytes.ToArray()) is var (text, encoding))
            {
                (Table, Encoding) = (text, encoding);
            }
            else
            {
                state.AddModelError(nameof(file), S["The file is no text that can be read. Save it as CSV in UTF-8."]);
            }
        }
    }

    /// <summary>Reads the table; what is wrong with it as a whole is noted at <paramref name="field"/>.</summary>
    public void ReadTable(ModelStateDictionary state, string field, IStringLocalizer S)
    {
        Sheet = ImportSheet.Read(Table ?? "");
        if (Sheet.Rows.Count == 0)
        {
            state.AddModelError(field, S["The file has no rows below its first line, which says what the columns are."]);
        }
        else if (Sheet.Rows.Count > ImportSheet.MaxRows)
        {
            state.AddModelError(field, S["The file has more than {0} rows. Split it, and import one part after the other.", ImportSheet.MaxRows]);
        }
        else if (Sheet.Heads.Count > ImportSheet.MaxColumns)
        {
            state.AddModelError(field, S["The file has more than {0} columns. Leave out those that are not needed.", ImportSheet.MaxColumns]);
        }
    }

    /// <summary>Notes what is missing before anything can be tried.</summary>
    public void Check(ModelStateDictionary state, IStringLocalizer S)
    {
        foreach (var needed in new[] { ImportColumn.Name, ImportColumn.Email })
        {
            if (!Columns.Contains(needed.ToString()))
            {
                state.AddModelError(nameof(Columns), needed == ImportColumn.Name ? S["Say which column holds the names."] : S["Say which column holds the e-mail addresses."]);
            }
        }

        if (Columns.Where(column => !string.IsNullOrEmpty(column)).GroupBy(column => column).Any(same => same.Count() > 1))
        {
            state.AddModelError(nameof(Columns), S["Two columns cannot hold the same."]);
        }

        if (Language is null || !RegistrationForm.Languages.ContainsKey(Language))
        {
            state.AddModelError(nameof(Language), S["Choose a language."]);
        }

        if (ForReal && !Agreed)
        {
            state.AddModelError(nameof(Agreed), S["Registrations cannot be kept of people who do not know it."]);
        }
    }
}
