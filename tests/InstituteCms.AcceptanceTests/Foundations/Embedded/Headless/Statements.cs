using System.Diagnostics.Metrics;

namespace InstituteCms.AcceptanceTests.Headless;

/// <summary>Counts the statements that a database is given by requests from here. The site has to keep the test's execution context.</summary>
public sealed class Statements : IDisposable
{
    private static readonly AsyncLocal<Statements?> _current = new();

    private readonly MeterListener _listener = new();
    private int _count;

    public Statements()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "InstituteCms.Kernel.Data", Name: "db.statements" })
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
        _current.Value = this;
    }

    public int Count => _count;

    public void Dispose()
    {
        _current.Value = null;
        _listener.Dispose();
    }
}
