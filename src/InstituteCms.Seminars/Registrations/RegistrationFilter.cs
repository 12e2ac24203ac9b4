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
        var query = new QueryBuilder();
        Add("search", Search?.Trim());
        Add("status", Status?.ToString());
        Add("question", Question);
        Add("from", Day(From));
        Add("until", Day(Until));
        Add("sort", Sort == RegistrationOrder.Time ? null : Sort.ToString());
        Add("reverse", Reverse ? "true" : null);
        foreach (var column in Columns)
        {
            Add("columns", column);
        }

        Add("pageNumber", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null);
        return query.ToQueryString().Value ?? "";

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }
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
