using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace InstituteCms.AcceptanceTests.Clients;

/// <summary>A program that was run to its end.</summary>
public sealed record OtherProgram(int Code, string Said, string Complained)
{
    /// <summary>Runs a program; null where this machine has none of that name.</summary>
    public static async Task<OtherProgram?> RunAsync(string name, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(name, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["REDOCLY_TELEMETRY"] = "off";
        start.Environment["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true";
        try
        {
            using var process = Process.Start(start)!;
            var (said, complained) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
            return new(process.ExitCode, await said, await complained);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
