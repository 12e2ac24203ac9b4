using System.Collections.Concurrent;
using InstituteCms.Mails;

namespace InstituteCms.Registrations;

/// <summary>
/// Lets those who register for one event in the same moment share one commit. While a group is being written, those who come meanwhile stand in
/// line; the first of them then writes for all. Nobody is answered before the commit that holds the registration.
/// </summary>
/// <remarks>
/// It makes registering fast, not right: seats are enforced by the database, for this process and all others (<see cref="SeatLedger"/>).
/// Why it is so: <c>docs/decisions/0014-grouped-commits.md</c>.
/// </remarks>
public sealed class RegistrationGroups
{
    private const int LargestGroup = 100;

    private readonly ConcurrentDictionary<string, Line> _lines = new();
    private readonly MailPump _mails;

    public RegistrationGroups(MailPump mails) => _mails = mails;

    /// <summary>Registers somebody, together with others. Afterwards the request has its receipt.</summary>
    /// <param name="eventId">Content item id of the event.</param>
    /// <param name="request">Who registers.</param>
    /// <param name="write">Writes those whom it is given, as soon as it asks for them, in the session of this request; nobody else's may be waited for.</param>
    /// <param name="writeApart">Writes one of them in a session of its own, after the other has failed.</param>
    public async Task RegisterAsync(
        string eventId, RegistrationRequest request, Func<Func<IReadOnlyList<RegistrationRequest>>, Task> write, Func<RegistrationRequest, Task> writeApart)
    {
        var line = _lines.GetOrAdd(eventId, static (_, mails) => new(mails), _mails);
        switch (line.Join(request) ? RegistrationTurn.Together : await request.TurnAsync())
        {
            case RegistrationTurn.Together:
                await WriteAsync(line, request, write, writeApart);
                break;
            case RegistrationTurn.Alone:
                await write(() => [request]);
                break;
        }
    }

    /// <summary>Writes a group, of which the first is the one whose turn it is; then the next in line writes.</summary>
    private static async Task WriteAsync(
        Line line, RegistrationRequest first, Func<Func<IReadOnlyList<RegistrationRequest>>, Task> write, Func<RegistrationRequest, Task> writeApart)
    {
        List<RegistrationRequest> group = [];
        var turn = RegistrationTurn.Alone; // One person's trouble is not the others': what fails together is tried once more, each for themselves.
        try
        {
            await write(() => group = line.Take(LargestGroup));
            turn = RegistrationTurn.Written;
        }
        catch (Exception e) when (e is not OutOfMemoryException && group.Count > 1)
        {
            // The others try for themselves, at once; so does this one, below.
        }
        finally
        {
            if (group.Count == 0)
            {
                line.Take(1); // It failed before anybody was looked at: the others do not know of it.
            }

            line.Next();
            foreach (var other in group.Skip(1))
            {
                other.Tell(turn);
            }
        }

        if (turn == RegistrationTurn.Alone)
        {
            await writeApart(first);
        }
    }

    /// <summary>Those who register for one event, in the order in which they came. While there is anybody, somebody writes.</summary>
    private sealed class Line(MailPump mails)
    {
        private readonly Lock _lock = new();
        private readonly Queue<RegistrationRequest> _waiting = new();
        private bool _isWritten;

        /// <summary>Joins the end; true when nobody writes at present, and so the one who has joined does.</summary>
        public bool Join(RegistrationRequest request)
        {
            lock (_lock)
            {
                _waiting.Enqueue(request);
                if (_isWritten)
                {
                    return false;
                }

                mails.BeginRush();
                return _isWritten = true;
            }
        }

        /// <summary>Takes the first out.</summary>
        public List<RegistrationRequest> Take(int atMost)
        {
            lock (_lock)
            {
                var taken = new List<RegistrationRequest>();
                while (taken.Count < atMost && _waiting.TryDequeue(out var request))
                {
                    taken.Add(request);
                }

                return taken;
            }
        }

        /// <summary>Lets the one who is first now write.</summary>
        public void Next()
        {
            lock (_lock)
            {
                _isWritten = _waiting.TryPeek(out var next);
                next?.Tell(RegistrationTurn.Together);
                if (!_isWritten)
                {
                    mails.EndRush();
                }
            }
        }
    }
}
