using InstituteCms.Registrations;
using InstituteCms.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Email;

namespace InstituteCms.Invitations;

/// <summary>Whom an organiser invites, and with which words.</summary>
public sealed class InvitationForm
{
    public const int MaxGuests = 1_000;
    public const int MaxWords = 4_000;

    private const int MaxFileBytes = 1024 * 1024;
    private const int MaxName = 200;

    /// <summary>The list as it was typed, and what a file held.</summary>
    public string? Guests { get; set; }

    public string? Language { get; set; }

    public string? Words { get; set; }

    /// <summary>Takes a file into the list: it is shown there when something is wrong with it.</summary>
    public async Task TakeAsync(IFormFile? file, ModelStateDictionary state, IStringLocalizer S, CancellationToken cancellationToken)
    {
        if (file is not { Length: > 0 })
        {
            return;
        }

        if (file.Length > MaxFileBytes)
        {
            state.AddModelError(nameof(file), S["The file is too large: at most {0} KB are read.", MaxFileBytes / 1024]);
            return;
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        if (TextFile.Read(bytes.ToArray()) is not { } read)
        {
            state.AddModelError(nameof(file), S["The file is no text that can be read. Save it as CSV in UTF-8."]);
            return;
        }

        Guests = string.IsNullOrWhiteSpace(Guests) ? read.Text : Guests.TrimEnd() + "\n" + read.Text;
        state.Remove(nameof(Guests)); // The list that is shown again is the longer one.
    }

    /// <summary>The guests; what is wrong is noted at its field, line by line.</summary>
    public IReadOnlyList<Guest> Check(ModelStateDictionary state, IEmailAddressValidator addresses, IStringLocalizer S)
    {
        var (guests, unreadable) = GuestLines.Read(Guests ?? "");
        var wrong = guests.Where(guest => !IsFit(guest, addresses)).ToList();
        foreach (var line in unreadable)
        {
            state.AddModelError(nameof(Guests), S["Line {0}: no address was found here.", line]);
        }

        foreach (var guest in wrong)
        {
            state.AddModelError(nameof(Guests), S["Line {0}: “{1}” is no e-mail address.", guest.Line, guest.Email]);
        }

        if (guests.Count == 0 && unreadable.Count == 0)
        {
            state.AddModelError(nameof(Guests), S["Enter at least one e-mail address."]);
        }
        else if (guests.Count > MaxGuests)
        {
            state.AddModelError(nameof(Guests), S["Invite at most {0} people at a time; these are {1}.", MaxGuests, guests.Count]);
        }

        if (Language is null || !RegistrationForm.Languages.ContainsKey(Language))
        {
            state.AddModelError(nameof(Language), S["Choose a language."]);
        }

        if (Words?.Length > MaxWords)
        {
            state.AddModelError(nameof(Words), S["Enter at most {0} characters.", MaxWords]);
        }

        return guests;
    }

    private static bool IsFit(Guest guest, IEmailAddressValidator addresses) =>
        guest.Name.Length <= MaxName && EmailAddressKey.From(guest.Email).Length <= EmailAddressKey.MaxLength && addresses.Validate(guest.Email);
}
