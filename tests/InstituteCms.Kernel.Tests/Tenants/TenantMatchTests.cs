using InstituteCms.Kernel.Tenants;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Models;

namespace InstituteCms.Kernel.Tests.Tenants;

/// <summary>A request belongs to the tenant that its host and first path segment name, in Orchard Core's order.</summary>
public sealed class TenantMatchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("institute-cms-").FullName;
    private readonly TenantHost _tenants;

    public TenantMatchTests()
    {
        var store = new ShellSettingsStore(new DataFolder(new Host(_folder), new ConfigurationBuilder().Build()));
        store.Save(Running("Default"));
        store.Save(Running("Law", prefix: "law"));
        store.Save(Running("Physics", host: "physics.example,*.physics.example"));
        store.Save(Running("PhysicsJapan", host: "physics.example", prefix: "jp"));
        _tenants = new TenantHost(store, null!);
        _tenants.Load();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("institute.example", "/", "Default")]
    [InlineData("institute.example", "/lawyers", "Default")]
    [InlineData("institute.example", "/law", "Law")]
    [InlineData("institute.example", "/LAW/events", "Law")]
    [InlineData("physics.example:8080", "/events", "Physics")]
    [InlineData("lab.physics.example", "/", "Physics")]
    [InlineData("physics.example", "/jp/events", "PhysicsJapan")]
    public void Request_finds_its_tenant(string host, string path, string expected)
    {
        Assert.Equal(expected, _tenants.Match(new HostString(host), path)?.Name);
    }

    [Fact]
    public void Settings_are_read_as_they_were_written()
    {
        var law = _tenants.Find("law");

        Assert.NotNull(law);
        Assert.Equal((TenantState.Running, "law", "Data Source=x"), (law.State, law.RequestUrlPrefix, law["ConnectionString"]));
    }

    private static ShellSettings Running(string name, string? host = null, string? prefix = null)
    {
        var settings = new ShellSettings { Name = name, RequestUrlHost = host, RequestUrlPrefix = prefix, State = TenantState.Running };
        settings["ConnectionString"] = "Data Source=x";
        return settings;
    }

    private sealed class Host(string root) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Test";

        public string ApplicationName { get; set; } = "Test";

        public string ContentRootPath { get; set; } = root;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
