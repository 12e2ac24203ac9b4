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
    private const string OneRow = """INSERT INTO "Row" ("Text") VALUES ('as long as a short line of text')""";

    public static async Task RunAsync(bool quick)
    {
        var (sustained, burst) = quick ? (200, 200) : (2_000, 5_000);
        Console.WriteLine("over          database      raw commits/s   (16 at once)   registrations/s (64 at once)   p50 ms   p95 ms   burst of   registrations/s   p50 ms   p95 ms   failed");
        foreach (var postgres in (string?[])[null, await PostgresServer.NewDatabaseAsync()])
        {
            var raw = (One: await RawAsync(postgres, writers: 1, quick ? 100 : 1_000), AtOnce: await RawAsync(postgres, writers: 16, quick ? 100 : 2_000));
            var database = postgres is null ? "SQLite, FULL" : "PostgreSQL";
            await using (var desk = new DeskSite(postgres is null ? null : await PostgresServer.NewDatabaseAsync()))
            {
                await PrintAsync("the desk", database, raw, await desk.RegisteringAsync(), sustained, burst);
            }

            await using var site = await MeasuredSite.StartAsync(postgres);
            var register = await site.RegisteringAsync("/graspp/", "events/what-cities-promise-what-cities-pay");
            await PrintAsync("HTTP", database, raw, async () => await TimedAsync(register), sustained, burst);
        }
    }

    private static async Task PrintAsync(string over, string database, (double One, double AtOnce) raw, Func<Task<double>> register, int sustained, int burst)
    {
        await MeasureAsync(register, 200, 16);
        var steady = await MeasureAsync(register, sustained, 64);
        var rush = await MeasureAsync(register, burst, burst);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{over,-13} {database,-12} {raw.One,14:0} {raw.AtOnce,14:0} {steady.PerSecond,30:0} {steady.P50,8:0} {steady.P95,8:0} {burst,10} {rush.PerSecond,17:0} {rush.P50,8:0} {rush.P95,8:0} {steady.Failed + rush.Failed,8}"));
    }

    private static async Task<double> TimedAsync(Func<Task> request)
    {
        var began = Stopwatch.GetTimestamp();
        await request();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static async Task<(double PerSecond, double P50, double P95, int Failed)> MeasureAsync(Func<Task<double>> request, int count, int atOnce)
    {
        var times = new ConcurrentBag<double>();
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (_, _) =>
        {
            try
            {
                times.Add(await request());
            }
            catch (Exception e) when (e is InvalidOperationException or HttpRequestException or OperationCanceledException)
            {
                // Counted: it has no time to speak of.
            }
        });
        var sorted = times.Order().ToList();
        return (sorted.Count / watch.Elapsed.TotalSeconds, At(50), At(95), count - sorted.Count);

        double At(int percent) => sorted.ElementAtOrDefault(sorted.Count * percent / 100);
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
}
