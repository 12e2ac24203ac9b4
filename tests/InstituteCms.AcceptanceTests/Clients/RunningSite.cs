using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Clients;

/// <summary>A site as a process, for programs that are processes.</summary>
public sealed class RunningSite : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("institute-cms-").FullName;
    private HostProcess? _host;

    /// <summary>Address of the department that has an open event.</summary>
    public string Department => new Uri(_host!.Address, Institute.Department).ToString();

    public async ValueTask InitializeAsync() => _host = await HostProcess.Start(_data).ReadyAsync();

    public async ValueTask DisposeAsync()
    {
        await _host!.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
