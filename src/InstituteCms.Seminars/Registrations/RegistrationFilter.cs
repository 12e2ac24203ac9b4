using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace InstituteCms.Registrations;

/// <summary>In which order an event's registrations are listed.</summary>
public enum RegistrationOrder
{
    /// <summary>By the moment of registering, the newest first.</summary>
    Time,

    Name,

    Affiliation,

    Status,

    /// <summary>Those who wait come first, by their place in line.</summary>
    Line,
}

/// <summary>Which of an event's registrations an organiser wants to see, in what order and with which columns: the query of the list's address.</summary>
public sealed class RegistrationFilter
{
    /// <summary>Before the id of a question in <see cref="Columns"/>.</summary>
    public const string AnswerPrefix = "answer-";

    /// <summary>Part of a name, address or affiliation.</summary>
    public string? Search { get; set; }

    public RegistrationStatus? Status { get; set; }

    /// <summary>Id of a question that was answered, or one of its choices behind a dot.</summary>
    public string? Question { get; set; }

    /// <summary>First day of registering, by the clocks of the event.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day of registering.</summary>
    public DateOnly? Until { get; set; }

    public RegistrationOrder Sort { get; set; }

    /// <summary>Whether the order is turned round.</summary>
    public bool Reverse { get; set; }

    /// <summary>Names of <see cref="RegistrationColumn"/>, and questions; the usual ones where none is chosen.</summary>
    public IList<string> Columns { get; set; } = [];

    /// <summary>Whether nobody is left out.</summary>
    public bool IsAll => string.IsNullOrWhiteSpace(Search) && Status is null && string.IsNullOrEmpty(Question) && From is null && Until is null;

    /// <summary>The same as the query of an address, with its question mark; empty for the usual list.</summary>
    /// <param name="page">1 for the first.</param>
    public string ToQuery(int page = 1)
    {
        var query = new QueryBuilder(Fields());
        if (page > 1)
        {
            query.Add("pageNumber", page.ToString(CultureInfo.InvariantCulture));
        }

        return query.ToQueryString().Value ?? "";
    }

    /// <summary>The same as the fields of a form; none for the usual list.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields()
    {
        (string Name, string? Value)[] fields =
        [
            ("search", Search?.Trim()),
            ("status", Status?.ToString()),
            ("question", Question),
            ("from", Day(From)),
            ("until", Day(Until)),
            ("sort", Sort == RegistrationOrder.Time ? null : Sort.ToString()),
            ("reverse", Reverse ? "true" : null),
            .. Columns.Select(column => ("columns", (string?)column)),
        ];
        return fields.Where(field => !string.IsNullOrEmpty(field.Value)).Select(field => KeyValuePair.Create(field.Name, field.Value!));
    }

    /// <summary>The same with other members.</summary>
    public RegistrationFilter With(Action<RegistrationFilter> change)
    {
        var other = (RegistrationFilter)MemberwiseClone();
        change(other);
        return other;
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
