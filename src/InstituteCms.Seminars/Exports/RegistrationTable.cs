using System.Runtime.CompilerServices;
using InstituteCms.Events;
using InstituteCms.Questions;
using InstituteCms.Registrations;

namespace InstituteCms.Exports;

/// <summary>One event's registrations as a table, read row by row.</summary>
/// <param name="columns">What stands above each column, and what stands in it.</param>
/// <param name="registrations">Gives the rows, from the beginning each time.</param>
public sealed class RegistrationTable(
    IReadOnlyList<(string Head, Func<Registration, object?> Cell)> columns,
    AnswerColumns answers,
    Func<CancellationToken, IAsyncEnumerable<Registration>> registrations)
{
    /// <summary>What stands above the columns.</summary>
    public IReadOnlyList<string> Heads { get; } = [.. columns.Select(column => column.Head), .. answers.Heads];

    /// <summary>The rows: texts, numbers, and times on the clocks of the event.</summary>
    public async IAsyncEnumerable<IReadOnlyList<object?>> ReadRowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var registration in registrations(cancellationToken))
        {
            yield return [.. columns.Select(column => column.Cell(registration)), .. answers.Cells(registration)];
        }
    }

    /// <summary>A time as the event's clocks show it.</summary>
    public static DateTimeOffset? OnClocksOf(EventPart @event, DateTime? utc) => utc is { } known ? @event.InZone(known) : null;
}
