namespace InstituteCms.Mails;

/// <summary>The pump of the mails. It lets those who register go first: both need the processor and the database's one writer, and only they are waiting.</summary>
public sealed class MailPump : Pump
{
    /// <summary>The longest that one mail waits for them, so that mail goes on in a rush that does not end.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private TaskCompletionSource? _rush;
    private int _lines;

    public MailPump(TimeProvider time) => _time = time;

    /// <summary>People stand in line from now on, until <see cref="EndRush"/>.</summary>
    public void BeginRush()
    {
        lock (_lock)
        {
            _lines++;
            _rush ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Nobody stands in that line any more.</summary>
    public void EndRush()
    {
        lock (_lock)
        {
            if (--_lines == 0)
            {
                _rush?.SetResult();
                _rush = null;
            }
        }
    }

    /// <summary>Completes when nobody stands in line, but soon in any case.</summary>
    public async Task GiveWayAsync(CancellationToken cancellationToken = default)
    {
        if (_rush?.Task is { } rush)
        {
            await rush.WaitAsync(_longest, _time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // Long enough, or the site stops: the caller looks.
        }
    }
}
