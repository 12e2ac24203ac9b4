namespace InstituteCms.AcceptanceTests.Clients;

/// <summary>The samples and the TypeScript client, run against a site as whoever reads them would.</summary>
public sealed class SampleTests : IClassFixture<RunningSite>
{
    private const string Title = "What Cities Promise, What Cities Pay";

    private readonly RunningSite _site;

    public SampleTests(RunningSite site) => _site = site;

    [Theory]
    [InlineData("en", "The next seminars", "seats left")]
    [InlineData("ja", "これからのセミナー", "残り")]
    public async Task Console_lists_the_next_seminars_in_the_language_asked_for(string language, string heading, string availability)
    {
        var listing = (await ListAsync(_site.Department, language))!;

        Assert.Equal((0, ""), (listing.Code, listing.Complained));
        Assert.StartsWith(heading, listing.Said, StringComparison.Ordinal);
        Assert.Contains(Title, listing.Said, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("(Asia/Tokyo, UTC+09:00)", listing.Said, StringComparison.Ordinal);
        Assert.Contains(availability, listing.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Console_says_what_is_wrong_and_fails()
    {
        var nowhere = (await ListAsync("http://127.0.0.1:1/", "en"))!;
        var nothing = (await ListAsync("nothing"))!;

        Assert.Equal((1, ""), (nowhere.Code, nowhere.Said));
        Assert.NotEmpty(nowhere.Complained);
        Assert.Equal((2, ""), (nothing.Code, nothing.Said));
        Assert.StartsWith("Usage", nothing.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_passes_the_linter_and_the_TypeScript_client_made_of_it_lists_the_next_seminars()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "clients", "typescript");
        var installed = await OtherProgram.RunAsync("npm", folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        Assert.SkipWhen(installed is null, "Node.js is not on this machine.");
        Assert.True(installed.Code == 0, installed.Complained);

        var lint = (await OtherProgram.RunAsync("npm", folder, "run", "lint"))!;
        Assert.True(lint.Code == 0, lint.Said + lint.Complained);
        var build = (await OtherProgram.RunAsync("npm", folder, "run", "build"))!;
        Assert.True(build.Code == 0, build.Said + build.Complained);
        var listing = (await OtherProgram.RunAsync("node", folder, "dist/example.js", _site.Department, "ja"))!;

        Assert.True(listing.Code == 0, listing.Complained);
        Assert.Contains(Title, listing.Said, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("残り", listing.Said, StringComparison.Ordinal);
    }

    private static Task<OtherProgram?> ListAsync(params string[] arguments) =>
        OtherProgram.RunAsync("dotnet", AppContext.BaseDirectory, [Path.Combine(AppContext.BaseDirectory, "ConsoleListing.dll"), .. arguments]);
}
