using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>An organiser brings registrations in a table, on a phone and on a desktop.</summary>
[Collection(OneSite.Name)]
public sealed class ImportTests
{
    private readonly BrowserSite _site;

    public ImportTests(BrowserSite site) => _site = site;

    [Theory, InlineData(390, "ja"), InlineData(1280, "en")]
    public async Task Organiser_chooses_a_file_says_what_it_holds_previews_and_imports(int width, string language)
    {
        await using var screen = await _site.OpenAsync(width, language: language, signedIn: true);
        var page = screen.Page;
        await screen.GoAsync(Addresses.Admin + "/Seminars/Registrations");
        await page.Locator("main a[href*='/Seminars/Registrations/']").Filter(new() { HasText = "What Cities Promise" }).First.ClickAsync();
        await page.ClickAsync(".seminar-menu summary");
        await page.ClickAsync(".seminar-menu a[href$='/Import']");
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page.Locator("#Table_error")).Not.ToBeEmptyAsync();
        await screen.AssertSoundAsync();

        await page.SetInputFilesAsync("#file", new FilePayload
        {
            Name = "名簿.csv",
            MimeType = "text/csv",
            Buffer = CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes($"氏名,連絡先,ご所属\r\n山田 太郎{width},taro.import{width}@example.org,東京大学\r\n佐藤 花子{width},,京都大学\r\n"),
        });
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page.Locator("select[name=Columns]")).ToHaveCountAsync(3);
        await screen.AssertSoundAsync();
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page.Locator("main .alert-danger li")).ToHaveCountAsync(1);
        await screen.AssertSoundAsync();
        await page.Locator("select[name=Columns]").Nth(1).SelectOptionAsync("Email");
        await page.CheckAsync("#MayWait");
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page.Locator("main tbody tr")).ToHaveCountAsync(2);
        await Expect(page.Locator("#Tells")).ToBeCheckedAsync();
        await screen.AssertSoundAsync();
        await page.ClickAsync("main form button.btn-primary");
        await Expect(page.Locator("#Consent_error")).Not.ToBeEmptyAsync();
        await screen.AssertSoundAsync();
        await page.CheckAsync("#Consent");
        await page.ClickAsync("main form button.btn-primary");
        await Expect(page.Locator("[data-totals] li")).ToHaveCountAsync(2);
        await screen.AssertSoundAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("main a[download]"));
        Assert.Contains($"佐藤 花子{width},,京都大学,", await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await page.ClickAsync("main a.btn-primary");
        await Expect(page.Locator(".seminar-registrations tbody")).ToContainTextAsync($"山田 太郎{width}");
        await screen.AssertSoundAsync();
    }
}
