using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace InstituteCms.AcceptanceTests.Sites;

/// <summary>
/// A PostgreSQL server of the test run's own: in a temporary folder, on a free port of this machine alone, as a user that is not root.
/// It ends with the process that started it, however that ends.
/// </summary>
public sealed class PostgresServer
{
    // Reads its input until the test process closes it, by its own will or by dying. What the server knows is not wanted then.
    private const string Script =
        """
        folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT
        "$1/initdb" -D "$folder" -U app -A trust -E UTF8 --locale=C.UTF-8 >/dev/null || exit 1
        "$1/postgres" -D "$folder" -p "$2" -c listen_addresses=127.0.0.1 -c max_connections=300 -c unix_socket_directories= -c log_min_messages=PANIC &
        cat >/dev/null
        kill -QUIT $! && wait
        """;

    private static readonly Lazy<Task<PostgresServer>> _shared = new(StartAsync);

    private readonly int _port;

    private PostgresServer(int port) => _port = port;

    /// <summary>The connection string of a new, empty database.</summary>
    public static async Task<string> NewDatabaseAsync()
    {
        var server = await _shared.Value;
        var name = "test_" + Guid.NewGuid().ToString("N");
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is the test's own.
        command.CommandText = $"CREATE DATABASE {name}";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        return server.ConnectionString(name);
    }

    private static async Task<PostgresServer> StartAsync()
    {
        var port = FreePort();
        string[] shell = ["sh", "-c", Script, "sh", FindBinaries(), $"{port}"];
        string[] command = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", .. shell] : shell;
        var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, WorkingDirectory = "/tmp" })!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            process.StandardInput.Close();
            process.WaitForExit(TimeSpan.FromSeconds(20));
        };

        var server = new PostgresServer(port);
        await server.ReadyAsync(process);
        return server;
    }

    private async Task ReadyAsync(Process process)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var look = 0; ; look++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException e)
            {
                if (process.HasExited || look > 600)
                {
                    throw new InvalidOperationException("The PostgreSQL server did not start.", e);
                }
            }

            await looks.WaitForNextTickAsync();
        }
    }

    private string ConnectionString(string database) => $"Host=127.0.0.1;Port={_port};Username=app;Database={database}";

    private static string FindBinaries() =>
        Directory.Exists("/usr/lib/postgresql") && Directory.GetDirectories("/usr/lib/postgresql").Max() is { } newest
            ? Path.Combine(newest, "bin")
            : throw new InvalidOperationException("These tests need a PostgreSQL server: tests/run installs it.");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
