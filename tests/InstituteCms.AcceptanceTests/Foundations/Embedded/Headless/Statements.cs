using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace InstituteCms.AcceptanceTests.Headless;

/// <summary>Counts and notes the statements that a database is given by requests from here. The site has to keep the test's execution context.</summary>
public sealed class Statements : IDisposable
{
    private const string Source = "InstituteCms.Kernel.Data";

    private static readonly AsyncLocal<Statements?> _current = new();

    private readonly MeterListener _listener = new();
    private readonly ActivityListener _activities;
    private readonly ConcurrentQueue<string> _texts = [];
    private int _count;

    public Statements()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: Source, Name: "db.statements" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, count, _, _) =>
        {
            if (_current.Value == this)
            {
                Interlocked.Add(ref _count, (int)count);
            }
        });
        _listener.Start();
        _activities = new()
        {
            ShouldListenTo = source => source.Name == Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => _current.Value == this ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = activity =>
            {
                if (_current.Value == this)
                {
                    _texts.Enqueue((string)activity.GetTagItem("db.query.text")!);
                }
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _current.Value = this;
    }

    public int Count => _count;

    /// <summary>The SQL of each, with places for its values.</summary>
    public IReadOnlyCollection<string> Texts => _texts;

    public void Dispose()
    {
        _current.Value = null;
        _listener.Dispose();
        _activities.Dispose();
    }
}
