using System.Diagnostics;
using System.Globalization;

namespace InstituteCms.Benchmarks;

/// <summary>Two kinds of request in turn, round by round, so that a drift of the machine meets both.</summary>
internal sealed class Comparison
{
    private readonly int _rounds;
    private readonly int _requests;
    private readonly int _atOnce;
    private readonly Func<TimeSpan> _processorTime;

    /// <param name="rounds">How often each is measured.</param>
    /// <param name="requests">Requests in a round.</param>
    /// <param name="atOnce">How many of them at a time.</param>
    /// <param name="processorTime">What the site's process has used up so far: it hardly minds what else the machine does.</param>
    public Comparison(int rounds, int requests, int atOnce, Func<TimeSpan> processorTime)
    {
        _processorTime = processorTime;
        _rounds = rounds;
        _requests = requests;
        _atOnce = atOnce;
    }

    public async Task<string> RunAsync(string name, Func<Task> site, Func<Task> bare)
    {
        await MeasureAsync(site);
        await MeasureAsync(bare);

        List<(double Site, double Bare, double Processor)> rounds = [];
        for (var i = 0; i < _rounds; i++)
        {
            var before = _processorTime();
            var siteTime = await MeasureAsync(site);
            var used = _processorTime() - before;
            rounds.Add((siteTime, await MeasureAsync(bare), used.TotalMilliseconds / _requests));
        }

        var ratios = rounds.Select(r => r.Site / r.Bare).Order().ToList();
        return string.Create(CultureInfo.InvariantCulture,
            $"{name,-28} {Median(rounds.Select(r => r.Site)),15:0.000} {Median(rounds.Select(r => r.Processor)),14:0.0} {Median(rounds.Select(r => r.Bare)),17:0.000} {Median(ratios),8:0.0} ({ratios[0]:0.0}-{ratios[^1]:0.0})");
    }

    // Milliseconds of wall time per request, with some at once.
    private async Task<double> MeasureAsync(Func<Task> request)
    {
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(0, _requests, new ParallelOptions { MaxDegreeOfParallelism = _atOnce }, async (_, _) => await request());
        return watch.Elapsed.TotalMilliseconds / _requests;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
}
