using InstituteCms.Questions;

namespace InstituteCms.Imports;

/// <summary>Recognises columns by what stands above them.</summary>
public static class ImportColumns
{
    private static readonly Dictionary<ImportColumn, string[]> _heads = new()
    {
        [ImportColumn.Name] = ["name", "full name", "your name", "participant", "氏名", "名前", "お名前", "ご氏名", "参加者", "参加者名", "参加者氏名"],
        [ImportColumn.FamilyName] = ["family name", "last name", "surname", "姓", "氏", "苗字", "名字", "氏名（姓）", "お名前（姓）"],
        [ImportColumn.GivenName] = ["given name", "first name", "forename", "名", "氏名（名）", "お名前（名）"],
        [ImportColumn.Email] =
        [
            "e-mail", "email", "mail", "e-mail address", "email address", "mail address", "メール", "eメール", "メールアドレス", "電子メール", "電子メールアドレス", "アドレス",
        ],
        [ImportColumn.Affiliation] =
            ["affiliation", "organisation", "organization", "institution", "university", "company", "所属", "ご所属", "所属機関", "所属先", "所属名", "機関", "大学", "会社", "会社名"],
        [ImportColumn.Language] = ["language", "lang", "language of mails", "言語", "使用言語", "メールの言語"],
        [ImportColumn.Seats] = ["seats wanted", "seats", "party size", "number of people", "people", "席数", "希望席数", "人数", "参加人数", "申込人数"],
        [ImportColumn.Mode] =
        [
            "takes part", "attendance", "mode", "participation", "venue or online", "venue/online", "in person or online", "参加方法", "参加形式", "参加形態", "参加区分", "会場/オンライン", "会場・オンライン",
        ],
        [ImportColumn.Companions] = ["companions", "guests", "accompanying persons", "同伴者", "同伴者名", "同行者"],
    };

    /// <summary>What each column most likely holds: the name of an <see cref="ImportColumn"/> or the id of a question; <see langword="null"/> where nothing says so.</summary>
    /// <param name="heads">What stands above the columns. Of two that say the same, the first is taken.</param>
    /// <param name="questions">What the event asks.</param>
    /// <param name="modes">Whether people choose between the venue and online.</param>
    public static IReadOnlyList<string?> Guess(IEnumerable<string> heads, IReadOnlyList<Question> questions, bool modes)
    {
        var taken = new HashSet<string>();
        return [.. heads.Select(head => Guess(head, questions, modes) is { } guess && taken.Add(guess) ? guess : null)];
    }

    private static string? Guess(string head, IReadOnlyList<Question> questions, bool modes)
    {
        var said = Folded.Text(head.TrimStart('\''));
        return questions.FirstOrDefault(question => question.Label.Says(said))?.Id
            ?? _heads
                .Where(column => modes || column.Key != ImportColumn.Mode)
                .Where(column => column.Value.Any(word => Folded.Text(word) == said))
                .Select(column => column.Key.ToString())
                .FirstOrDefault();
    }
}
