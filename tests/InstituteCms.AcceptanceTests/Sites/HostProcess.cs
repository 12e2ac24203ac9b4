using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace InstituteCms.AcceptanceTests.Sites;

/// <summary>The host as a process of its own, as a person starts it: can be killed, and says what it has to say on the console.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private HostProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Everything it printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts the host on <paramref name="data"/>, on a free port or the given one.</summary>
    public static HostProcess Start(string data, int? port = null, string? workingDirectory = null, params (string Name, string Value)[] environment) =>
        Start(AppContext.BaseDirectory, data, port, workingDirectory, environment);

    /// <summary>Starts the host that was built into <paramref name="folder"/>.</summary>
    public static HostProcess Start(string folder, string data, int? port, string? workingDirectory, params (string Name, string Value)[] environment)
    {
        var address = new Uri($"http://127.0.0.1:{port ?? FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "InstituteCms.Web.dll"), "--urls", address.ToString()])
        {
            WorkingDirectory = workingDirectory ?? folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ORCHARD_APP_DATA"] = data;
        start.Environment["OrchardCore__InstituteCms_Abuse__LeastSeconds"] = "0"; // Tests type faster than people.
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var host = new HostProcess(process, address);
        process.OutputDataReceived += (_, line) => host.Read(line.Data);
        process.ErrorDataReceived += (_, line) => host.Read(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.Exited += (_, _) => host._ready.TrySetException(new InvalidOperationException("The host ended before it served."));
        return host;
    }

    /// <summary>Completes when it serves.</summary>
    public async Task<HostProcess> ReadyAsync()
    {
        try
        {
            await _ready.Task.WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        }
        catch (InvalidOperationException)
        {
            throw new InvalidOperationException("The host ended before it served: " + Output);
        }

        return this;
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until it ended by itself, and gives its exit code.</summary>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Read(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line?.Contains("Ctrl+C ends", StringComparison.Ordinal) == true)
        {
            _ready.TrySetResult();
        }
    }
}
