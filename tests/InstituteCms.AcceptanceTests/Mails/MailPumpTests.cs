using InstituteCms.Mails;
using Microsoft.Extensions.Time.Testing;

namespace InstituteCms.AcceptanceTests.Mails;

/// <summary>Mail lets those who register go first, but not for ever.</summary>
public sealed class MailPumpTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Mail_gives_way_until_nobody_stands_in_any_line()
    {
        var pump = new MailPump(_time);
        pump.BeginRush();
        pump.BeginRush();
        var waiting = pump.GiveWayAsync(TestContext.Current.CancellationToken);

        pump.EndRush();
        Assert.False(waiting.IsCompleted);
        pump.EndRush();
        await waiting;
        Assert.True(pump.GiveWayAsync(TestContext.Current.CancellationToken).IsCompleted);
    }

    [Fact]
    public async Task Mail_goes_on_in_a_rush_that_does_not_end()
    {
        var pump = new MailPump(_time);
        pump.BeginRush();
        var waiting = pump.GiveWayAsync(TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(1));

        await waiting;
    }
}
