using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>What an editor does again and again.</summary>
public static class Editor
{
    /// <summary>Writes an event and saves it as a draft, or publishes it; its editor or the list is open afterwards.</summary>
    public static async Task WriteEventAsync(this Screen screen, string title, string button = "submit.Save")
    {
        var page = screen.Page;
        await screen.GoAsync(Addresses.Admin + "/Contents/ContentTypes/Event/Create");
        await page.FillAsync("[name='TitlePart.Title']", title);
        await page.FillAsync("[name='EventPart.StartLocal']", "2099-09-02T10:30");
        await page.FillAsync("[name='EventPart.EndLocal']", "2099-09-02T12:00");
        await page.FillAsync("[name='EventPart.TimeZoneId']", "Asia/Tokyo");
        await page.ClickAsync($".form-actions button[name='{button}']");
        await Expect(page.Locator(".alert-success").First).ToContainTextAsync(title);
    }

    /// <summary>Looks for an event in the list, by the beginning of its title, and opens its editor.</summary>
    public static async Task EditEventAsync(this Screen screen, string title)
    {
        await screen.GoAsync(Addresses.EventList + "?q=" + Uri.EscapeDataString(title) + "&Archive.Show=Also");
        await screen.Page.Locator("main a[href*='/Edit']").Filter(new() { HasText = title }).First.ClickAsync();
        await Expect(screen.Page.Locator("[name='TitlePart.Title']")).ToHaveValueAsync(new Regex("^" + Regex.Escape(title)));
    }

    /// <summary>What the badges of an event in the list say.</summary>
    public static ILocator Row(this Screen screen, string title) => screen.Page.Locator(".content-list > li").Filter(new() { HasText = title });
}
