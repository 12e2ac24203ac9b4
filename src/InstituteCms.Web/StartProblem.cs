using System.Net.Sockets;
using System.Text.Json;

namespace InstituteCms.Web;

/// <summary>Tells the person at the console in one sentence what keeps the site from starting.</summary>
internal static class StartProblem
{
    /// <returns>The sentence, or null where the exception is none that a person at the console can mend.</returns>
    public static string? Explain(Exception problem) => problem switch
    {
        IOException { InnerException: not null } e when Innermost(e) is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } =>
            $"The address is in use by another program: stop that, or start with --urls and another port. ({e.Message})",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => $"This port may not be used by this account: start with --urls and another port. ({problem.Message})",
        UnauthorizedAccessException => $"The data folder cannot be written: {problem.Message} Give this account the right, or name another folder in ORCHARD_APP_DATA.",
        InvalidDataException or JsonException => $"A settings file cannot be read: {Innermost(problem).Message} ({problem.Message})",
        IOException => $"The data folder cannot be used: {problem.Message}",
        SetUpException => problem.Message,
        _ when problem.GetType().Name == "SetupException" => problem.Message,
        _ => null,
    };

    private static Exception Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e;
}
