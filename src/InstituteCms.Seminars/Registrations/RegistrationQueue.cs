using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Scope;

namespace InstituteCms.Registrations;

/// <summary>
/// Lets those who register for one event in the same moment share one commit. While a group is being written, those who come meanwhile stand in
/// line; the first of them then writes for all. Nobody is answered before the commit that holds the registration.
/// </summary>
/// <remarks>
/// It makes registering fast, not right: seats are enforced by the database, for this process and all others (<see cref="SeatLedger"/>).
/// Why it is so: <c>docs/decisions/0014-grouped-commits.md</c>.
/// </remarks>
public sealed class RegistrationQueue
{
    private const int LargestGroup = 100;

    private readonly ConcurrentDictionary<string, Line> _lines = new();

    /// <summary>Registers somebody, together with others. Afterwards the request has its receipt.</summary>
    public async Task RegisterAsync(string eventId, RegistrationRequest request)
    {
        var line = _lines.GetOrAdd(eventId, static _ => new());
        if (line.Join(request) || await request.IsToWriteAsync())
        {
            await WriteAsync(eventId, line);
        }
    }

    /// <summary>Writes a group, of which the first is the one whose turn it is; then the next in line writes.</summary>
    private static async Task WriteAsync(string eventId, Line line)
    {
        IReadOnlyList<RegistrationRequest> group = [];
        try
        {
            await AtTheDeskAsync(eventId, () => group = line.Take(LargestGroup));
        }
        catch (Exception e) when (e is not OutOfMemoryException && group.Count > 1)
        {
            await OneByOneAsync(eventId, group);
        }
        finally
        {
            if (group.Count == 0)
            {
                line.Take(1); // It failed before anybody was looked at: the one who writes is told, the others try for themselves.
            }

            line.Next();
            foreach (var answered in group.Skip(1))
            {
                answered.Answer();
            }
        }

        if (group[0].Failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <summary>One person's trouble is not the others': what failed together is tried once more, each for themselves.</summary>
    private static async Task OneByOneAsync(string eventId, IReadOnlyList<RegistrationRequest> group)
    {
        foreach (var one in group)
        {
            one.Receipt = null;
            try
            {
                await AtTheDeskAsync(eventId, () => [one]);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                one.Failure = e;
            }
        }
    }

    /// <summary>In a scope of its own, and so in a session and a transaction of its own.</summary>
    private static Task AtTheDeskAsync(string eventId, Func<IReadOnlyList<RegistrationRequest>> next) => ShellScope.UsingChildScopeAsync(
        scope => scope.ServiceProvider.GetRequiredService<RegistrationDesk>().RegisterTogetherAsync(eventId, next));

    /// <summary>Those who register for one event, in the order in which they came. While there is anybody, somebody writes.</summary>
    private sealed class Line
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
                return !_isWritten && (_isWritten = true);
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
                next?.Write();
            }
        }
    }
}
