using InstituteCms.Registrations;

namespace InstituteCms.Imports;

/// <summary>What a column of an imported table can hold, beside answers. Names are sent in forms.</summary>
public enum ImportColumn
{
    /// <summary>The name as it shall be written.</summary>
    Name,

    /// <summary>The address.</summary>
    Email,

    /// <summary>Where the person belongs.</summary>
    Affiliation,

    /// <summary>Language of mails to the person.</summary>
    Language,

    /// <summary>How many seats are wanted.</summary>
    Seats,

    /// <summary>The names of those who come along.</summary>
    Companions,
}

/// <summary>Recognises columns by what stands above them.</summary>
public static class ImportColumns
{
    private static readonly Dictionary<ImportColumn, string[]> _heads = new()
    {
        [ImportColumn.Name] = ["name", "full name", "氏名", "名前", "お名前"],
        [ImportColumn.Email] = ["e-mail", "email", "mail", "e-mail address", "email address", "メール", "メールアドレス", "eメール"],
        [ImportColumn.Affiliation] = ["affiliation", "organisation", "organization", "institution", "company", "所属", "ご所属", "所属機関"],
        [ImportColumn.Language] = ["language", "言語", "メールの言語"],
        [ImportColumn.Seats] = ["seats wanted", "seats", "席数", "人数"],
        [ImportColumn.Companions] = ["companions", "guests", "同伴者"],
    };

    /// <summary>What the column most likely holds; <see langword="null"/> where nothing of what is written says so.</summary>
    public static ImportColumn? Guess(string head)
    {
        var said = EmailAddressKey.From(head);
        foreach (var (column, words) in _heads)
        {
            if (words.Any(word => EmailAddressKey.From(word) == said))
            {
                return column;
            }
        }

        return null;
    }
}
