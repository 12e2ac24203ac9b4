using YesSql;

namespace InstituteCms.Registrations;

/// <summary>What organisers note about a registration.</summary>
public sealed partial class RegistrationDesk
{
    /// <summary>Adds a note.</summary>
    public Task<ChangeResult> AddNoteAsync(long id, string byUser, string text, CancellationToken cancellationToken = default) =>
        ChangeNotesAsync(id, notes => notes.Add(new() { AtUtc = _clock.UtcNow, ByUser = byUser, Text = text }), cancellationToken);

    /// <summary>Removes a note.</summary>
    /// <param name="id">The registration.</param>
    /// <param name="ticks">When the note was made.</param>
    /// <param name="cancellationToken">Stops before anything is changed.</param>
    public Task<ChangeResult> RemoveNoteAsync(long id, long ticks, CancellationToken cancellationToken = default) =>
        ChangeNotesAsync(id, notes => notes.RemoveAll(note => note.AtUtc.Ticks == ticks), cancellationToken);

    private async Task<ChangeResult> ChangeNotesAsync(long id, Action<List<RegistrationNote>> change, CancellationToken cancellationToken)
    {
        await _session.BeginTransactionAsync(cancellationToken);
        if (await _session.GetAsync<Registration>(id) is not { ErasedUtc: null } registration)
        {
            return ChangeResult.NotFound;
        }

        await _seats.LockAsync(registration.EventId);
        change(registration.Notes);
        await _session.SaveAsync(registration, checkConcurrency: true, cancellationToken: cancellationToken);
        await _session.SaveChangesAsync(cancellationToken);
        return ChangeResult.Done;
    }
}
