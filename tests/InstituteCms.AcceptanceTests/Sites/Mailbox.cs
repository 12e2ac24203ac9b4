using MimeKit;

namespace InstituteCms.AcceptanceTests.Sites;

/// <summary>The mail that a site sent, read by a mail library from the folder it lies in.</summary>
public static class Mailbox
{
    /// <summary>The messages to <paramref name="address"/>, oldest first, as soon as there are <paramref name="atLeast"/>.</summary>
    /// <remarks>Delivery follows the answer to the visitor, so there may be a moment in between: this waits for the file itself.</remarks>
    public static Task<IReadOnlyList<MimeMessage>> MailAsync(this TestSite site, string tenant, string address, int atLeast) =>
        ReadAsync(site.Mail(tenant), address, atLeast);

    public static async Task<IReadOnlyList<MimeMessage>> ReadAsync(string folder, string address, int atLeast)
    {
        Directory.CreateDirectory(folder);
        using var watcher = new FileSystemWatcher(folder) { EnableRaisingEvents = true };
        var arrived = new SemaphoreSlim(0);
        watcher.Created += (_, _) => arrived.Release();
        watcher.Renamed += (_, _) => arrived.Release();

        while (true)
        {
            var found = Directory.GetFiles(folder, "*.eml")
                .OrderBy(File.GetLastWriteTimeUtc) // A mail's own date knows no parts of a second.
                .Select(f => MimeMessage.Load(f))
                .Where(m => m.To.Mailboxes.Any(t => t.Address.Equals(address, StringComparison.OrdinalIgnoreCase)))
                .OrderBy(m => m.Date)
                .ToList();
            if (found.Count >= atLeast)
            {
                return found;
            }

            Assert.True(await arrived.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken), $"No mail to {address} arrived ({found.Count} of {atLeast}).");
        }
    }
}
