using System.Net;
using System.Net.Sockets;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Starting;

/// <summary>What keeps a site from starting is told in a sentence, with an exit code that a script can see.</summary>
public sealed class StartProblemTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("institute-cms-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Busy_port_is_told()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        // A site that sets nothing up gets to its port at once.
        await using var host = HostProcess.Start(Path.Combine(_folder, "data"), ((IPEndPoint)listener.LocalEndpoint).Port, EmptySettings());

        Assert.NotEqual(0, await host.ExitAsync());
        AssertOneSentence(host.Output, "in use by another program");
    }

    [Fact]
    public async Task Unwritable_data_folder_is_told()
    {
        var file = Path.Combine(_folder, "not-a-folder");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        await using var host = HostProcess.Start(Path.Combine(file, "data"));

        Assert.NotEqual(0, await host.ExitAsync());
        AssertOneSentence(host.Output, "data folder");
    }

    [Fact]
    public async Task Broken_settings_file_is_told()
    {
        var working = Directory.CreateDirectory(Path.Combine(_folder, "working")).FullName;
        await File.WriteAllTextAsync(Path.Combine(working, "appsettings.json"), "{ \"Urls\": ", TestContext.Current.CancellationToken);
        await using var host = HostProcess.Start(Path.Combine(_folder, "data"), workingDirectory: working);

        Assert.NotEqual(0, await host.ExitAsync());
        AssertOneSentence(host.Output, "appsettings.json");
    }

    [Fact]
    public async Task Broken_list_of_tenants_is_told_and_left_alone()
    {
        var data = Directory.CreateDirectory(Path.Combine(_folder, "data")).FullName;
        var tenants = Path.Combine(data, "tenants.json");
        await File.WriteAllTextAsync(tenants, "[ 1, ", TestContext.Current.CancellationToken);
        await using var host = HostProcess.Start(data);

        Assert.NotEqual(0, await host.ExitAsync());
        AssertOneSentence(host.Output, "tenants.json");
        Assert.Equal("[ 1, ", await File.ReadAllTextAsync(tenants, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Unknown_recipe_is_told_and_leaves_no_site()
    {
        var data = Path.Combine(_folder, "data");
        await using var host = HostProcess.Start(data, environment: ("OrchardCore__OrchardCore_AutoSetup__Tenants__0__RecipeName", "NoSuchRecipe"));

        Assert.NotEqual(0, await host.ExitAsync());
        AssertOneSentence(host.Output, "NoSuchRecipe");
        Assert.Empty(Directory.Exists(Path.Combine(data, "Sites")) ? Directory.GetDirectories(Path.Combine(data, "Sites")) : []);
        Assert.False(File.Exists(Path.Combine(data, "tenants.json")));
    }

    [Fact]
    public async Task Password_that_is_too_short_is_told_and_what_was_made_before_is_gone()
    {
        var data = Path.Combine(_folder, "data");
        await using var host = HostProcess.Start(data, environment: ("OrchardCore__OrchardCore_AutoSetup__Tenants__0__AdminPassword", "short"));

        Assert.NotEqual(0, await host.ExitAsync());
        AssertOneSentence(host.Output, "12");
        Assert.Empty(Directory.GetDirectories(Path.Combine(data, "Sites")));
        Assert.False(File.Exists(Path.Combine(data, "tenants.json")));
    }

    private string EmptySettings()
    {
        var working = Directory.CreateDirectory(Path.Combine(_folder, "empty")).FullName;
        File.WriteAllText(Path.Combine(working, "appsettings.json"), "{ \"Logging\": { \"LogLevel\": { \"Default\": \"None\" } } }");
        return working;
    }

    private static void AssertOneSentence(string output, string expected)
    {
        Assert.True(output.Contains(expected, StringComparison.Ordinal), output);
        Assert.DoesNotContain("   at ", Foundation.WithoutItsLog(output), StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", output, StringComparison.Ordinal);
    }
}
