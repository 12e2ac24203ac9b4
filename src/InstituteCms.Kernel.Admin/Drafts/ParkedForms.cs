using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Admin.Drafts;

/// <summary>
/// Forms that arrived after the sign-in had expired: encrypted, for an hour, given back to the editor whom the form was made for and to nobody else.
/// Only a form that carries such an editor's mark is kept, so that strangers cannot fill the disk.
/// </summary>
public sealed class ParkedForms
{
    /// <summary>The form field that says whom the form was made for.</summary>
    public const string EditorField = "edit.Editor";

    private const int MostBytes = 2_000_000;
    private static readonly TimeSpan _lifetime = TimeSpan.FromHours(1);

    private readonly string _folder;
    private readonly IDataProtector _marks;
    private readonly IDataProtector _forms;
    private readonly IClock _clock;

    /// <summary>Keeps them in <paramref name="folder"/>.</summary>
    public ParkedForms(string folder, IDataProtectionProvider protection, IClock clock)
    {
        _folder = folder;
        _marks = protection.CreateProtector("InstituteCms.Editor");
        _forms = protection.CreateProtector("InstituteCms.ParkedForm");
        _clock = clock;
    }

    /// <summary>The mark for an editor's forms.</summary>
    public string Mark(string userId) => _marks.Protect(userId);

    /// <summary>Keeps a form; null for one that nobody was given.</summary>
    public async Task<string?> KeepAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (EditorOf(form[EditorField]) is not { } userId)
        {
            return null;
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(new Parked(userId, Merge.Carried(form)));
        if (json.Length > MostBytes)
        {
            return null;
        }

        Directory.CreateDirectory(_folder);
        Forget();
        var id = $"{(_clock.UtcNow + _lifetime).Ticks.ToString(CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";
        await File.WriteAllBytesAsync(Path.Combine(_folder, id), _forms.Protect(json), cancellationToken);
        return id;
    }

    /// <summary>The fields of a form that was kept for this editor; null where there is none, or no longer.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>?> FindAsync(string id, string? userId, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_folder, Path.GetFileName(id));
        if (IsOver(path) || !File.Exists(path))
        {
            return null;
        }

        var parked = JsonSerializer.Deserialize<Parked>(_forms.Unprotect(await File.ReadAllBytesAsync(path, cancellationToken)))!;
        return parked.UserId == userId ? parked.Form : null;
    }

    private string? EditorOf(string? mark)
    {
        try
        {
            return string.IsNullOrEmpty(mark) ? null : _marks.Unprotect(mark);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private void Forget()
    {
        foreach (var path in Directory.EnumerateFiles(_folder).Where(IsOver))
        {
            File.Delete(path);
        }
    }

    private bool IsOver(string path) =>
        !long.TryParse(Path.GetFileName(path).Split('-')[0], CultureInfo.InvariantCulture, out var untilTicks) || untilTicks <= _clock.UtcNow.Ticks;

    private sealed record Parked(string UserId, IReadOnlyList<KeyValuePair<string, string>> Form);
}
