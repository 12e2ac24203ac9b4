using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>Administrators find who did what, and take it home; nobody's registration is among it.</summary>
[Collection(OneSite.Name)]
public sealed class AuditTests
{
    private const string Trail = Addresses.Admin + "/Audit";

    private readonly BrowserSite _site;

    public AuditTests(BrowserSite site) => _site = site;

    [Theory]
    [InlineData(1280, "en", "Changed settings", "How long the audit trail is kept", "Exported data")]
    [InlineData(390, "ja", "設定を変更", "操作記録の保存期間", "データを書き出し")]
    public async Task Change_is_found_by_keyboard_and_exported_in_the_readers_words(int width, string language, string changed, string setting, string exported)
    {
        var person = $"unseen{width}@example.org";
        await using (var visitor = await _site.OpenAsync(width))
        {
            await visitor.GoAsync(Addresses.Register);
            await visitor.Page.FillAsync("#Form_Name", "Unseen Person");
            await visitor.Page.FillAsync("#Form_Email", person);
            await visitor.Page.CheckAsync("#Form_Consent");
            await visitor.Page.ClickAsync("main form button[type=submit]");
            await Expect(visitor.Page.Locator("main")).ToContainTextAsync("You are registered.");
        }

        await using var screen = await _site.OpenAsync(width, language: language, signedIn: true);
        var page = screen.Page;
        await screen.GoAsync(Addresses.Admin + "/Settings/general");
        await page.FillAsync("#AuditDays", width.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".alert-success, .message").First).ToBeVisibleAsync();

        await screen.GoAsync(Trail);
        await screen.TabToAsync("#q");
        await page.Keyboard.TypeAsync("admin");
        await screen.TabToAsync("#category");
        await page.SelectOptionAsync("#category", "Settings");
        await screen.TabToAsync("main form button[type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("category=Settings"));
        var row = page.Locator("main tbody tr").Filter(new() { HasText = setting }).First;
        await Expect(row).ToContainTextAsync(changed);
        await Expect(page.Locator("main")).Not.ToContainTextAsync("AuditTrailSettings");
        await screen.AssertSoundAsync();

        await screen.GoAsync(Trail);
        await Expect(page.Locator("main")).Not.ToContainTextAsync("nseen");
        await screen.AssertSoundAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("main a[href*='/Audit/Export']"));
        var table = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Contains(setting, table, StringComparison.Ordinal);
        Assert.DoesNotContain("nseen", table, StringComparison.Ordinal);
        await screen.GoAsync(Trail + "?category=Export");
        await Expect(page.Locator("main tbody")).ToContainTextAsync(exported);
        await Expect(page.Locator("main tbody")).ToContainTextAsync("audit.csv");
    }
}
