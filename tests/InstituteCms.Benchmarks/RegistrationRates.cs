using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using InstituteCms.AcceptanceTests.Sites;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace InstituteCms.Benchmarks;

/// <summary>How many registrations for one event a second, and how long people wait, beside what the same database commits by itself in the same run.</summary>
internal static class RegistrationRates
{
    /// <summary>People at the form at any time: enough that some come while others wait for the disk.</summary>
    private const int AtOnce = 128;

    /// <summary>People a second.</summary>
    private const int Pace = 1_000;

    private const string OneRow = """INSERT INTO "Row" ("Text") VALUES ('as long as a short line of text')""";

    public static async Task RunAsync(bool quick, bool sqliteOnly)
    {
        var size = quick ? new Size(WarmUp: 100, Sustained: 200, Rush: 200) : new Size(WarmUp: 5_000, Sustained: 10_000, Rush: 5_000);
        Console.WriteLine($"{size.WarmUp} registrations first, which are not counted; then {size.Sustained} with {AtOnce} people at the form at any time; then {size.Rush} of whom {Pace} come each second; then {size.Rush} at once.");
        Console.WriteLine("over          database      raw commits/s   (16 at once) | registrations/s   of raw   p50 ms   p95 ms | coming: registrations/s   p50 ms   p95 ms | at once: registrations/s   p50 ms   p95 ms | failed");
        foreach (var postgres in sqliteOnly ? (string?[])[null] : [null, await PostgresServer.NewDatabaseAsync()])
        {
            var raw = (One: await RawAsync(postgres, writers: 1, quick ? 100 : 1_000), AtOnce: await RawAsync(postgres, writers: 16, quick ? 100 : 2_000));
            var database = postgres is null ? "SQLite, FULL" : "PostgreSQL";
            await using (var desk = new DeskSite(postgres is null ? null : await PostgresServer.NewDatabaseAsync()))
            {
                await PrintAsync("the desk", database, raw, await desk.RegisteringAsync(), size);
            }

            await using var site = await MeasuredSite.StartAsync(postgres);
            var register = await site.RegisteringAsync("/graspp/", "events/what-cities-promise-what-cities-pay");
            await PrintAsync("HTTP", database, raw, async () => await TimedAsync(register), size);
        }
    }

    private static async Task PrintAsync(string over, string database, (double One, double AtOnce) raw, Func<Task<double>> register, Size size)
    {
        await MeasureAsync(register, size.WarmUp, AtOnce);
        var steady = await MeasureAsync(register, size.Sustained, AtOnce);
        var paced = await PaceAsync(register, size.Rush, Pace);
        var rush = await MeasureAsync(register, size.Rush, size.Rush);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{over,-13} {database,-12} {raw.One,14:0} {raw.AtOnce,14:0} | {steady.PerSecond,15:0} {steady.PerSecond / raw.One,8:P0} {steady.P50,8:0} {steady.P95,8:0} | {paced.PerSecond,23:0} {paced.P50,8:0} {paced.P95,8:0} | {rush.PerSecond,24:0} {rush.P50,8:0} {rush.P95,8:0} | {steady.Failed + paced.Failed + rush.Failed,6}"));
    }

    private static async Task<double> TimedAsync(Func<Task> request)
    {
        var began = Stopwatch.GetTimestamp();
        await request();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>So many people at any time, each of whom is followed by the next.</summary>
    private static async Task<Rates> MeasureAsync(Func<Task<double>> request, int count, int atOnce)
    {
        var times = new ConcurrentBag<double>();
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (_, _) => await TryAsync(request, times));
        return Rates.Of(times, count, watch.Elapsed);
    }

    /// <summary>People who come at a steady pace, whether those before them have been answered or not.</summary>
    private static async Task<Rates> PaceAsync(Func<Task<double>> request, int count, int perSecond)
    {
        var times = new ConcurrentBag<double>();
        var watch = Stopwatch.StartNew();
        var people = new List<Task>(count);
        using var clock = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (people.Count < count)
        {
            await clock.WaitForNextTickAsync();
            for (var due = Math.Min(count, watch.Elapsed.TotalSeconds * perSecond); people.Count < due;)
            {
                people.Add(Task.Run(() => TryAsync(request, times)));
            }
        }

        await Task.WhenAll(people);
        return Rates.Of(times, count, watch.Elapsed);
    }

    private static async Task TryAsync(Func<Task<double>> request, ConcurrentBag<double> times)
    {
        try
        {
            times.Add(await request());
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or OperationCanceledException)
        {
            // Counted: it has no time to speak of.
        }
    }

    /// <summary>Commits of one row each, as durable as the site's.</summary>
    private static async Task<double> RawAsync(string? postgres, int writers, int count)
    {
        var folder = Directory.CreateTempSubdirectory("institute-cms-").FullName;
        try
        {
            var connections = new List<DbConnection>();
            for (var i = 0; i < writers; i++)
            {
                DbConnection connection = postgres is null ? new SqliteConnection($"Data Source={Path.Combine(folder, "raw.db")};Pooling=false") : new NpgsqlConnection(postgres);
                await connection.OpenAsync();
                await ExecuteAsync(connection, postgres is null ? "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL" : "SET synchronous_commit = on");
                connections.Add(connection);
            }

            await ExecuteAsync(connections[0], """DROP TABLE IF EXISTS "Row"; CREATE TABLE "Row" ("Text" TEXT)""");
            var watch = Stopwatch.StartNew();
            await Task.WhenAll(connections.Select(connection => Task.Run(async () =>
            {
                for (var i = 0; i < count / writers; i++)
                {
                    await ExecuteAsync(connection, OneRow);
                }
            })));
            var rate = count / watch.Elapsed.TotalSeconds;
            await ExecuteAsync(connections[0], """DROP TABLE "Row" """);
            foreach (var connection in connections)
            {
                await connection.DisposeAsync();
            }

            return rate;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the benchmark's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>How many people register.</summary>
    private sealed record Size(int WarmUp, int Sustained, int Rush);

    /// <summary>What was measured: times in milliseconds, of those who were registered.</summary>
    private sealed record Rates(double PerSecond, double P50, double P95, int Failed)
    {
        public static Rates Of(IEnumerable<double> times, int count, TimeSpan took)
        {
            var sorted = times.Order().ToList();
            return new(sorted.Count / took.TotalSeconds, At(50), At(95), count - sorted.Count);

            double At(int percent) => sorted.ElementAtOrDefault(sorted.Count * percent / 100);
        }
    }
}
