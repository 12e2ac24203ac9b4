using System.Globalization;
using InstituteCms.Kernel.Tenants;
using MimeKit;

namespace InstituteCms.Kernel.Mail;

/// <summary>Keeps mail as <c>.eml</c> files, each of which appears whole.</summary>
internal sealed class MailFolder
{
    private readonly string _path;

    public MailFolder(TenantFolder tenant) => _path = Path.Combine(tenant.Path, "Emails");

    public async Task SaveAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_path);
        var time = message.Date.UtcDateTime.ToString("yyyyMMdd'T'HHmmss.fff'Z'", CultureInfo.InvariantCulture);
        var file = Path.Combine(_path, $"{time}-{Guid.NewGuid():N}.eml");
        await message.WriteToAsync(file + ".tmp", cancellationToken);
        File.Move(file + ".tmp", file);
    }
}
