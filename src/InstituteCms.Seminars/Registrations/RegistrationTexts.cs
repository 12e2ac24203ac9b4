using Microsoft.Extensions.Localization;

namespace InstituteCms.Registrations;

/// <summary>Says where registrations stand and what can be done to them, for their organisers.</summary>
public sealed class RegistrationTexts
{
    private readonly IStringLocalizer S;

    public RegistrationTexts(IStringLocalizer<RegistrationTexts> localizer) => S = localizer;

    /// <summary>Where a registration stands.</summary>
    public string NameOf(RegistrationStatus status) => S[status.ToString()];

    /// <summary>What a button says.</summary>
    public string NameOf(RegistrationCommand command) => command switch
    {
        RegistrationCommand.Approve => S["Accept the registration"],
        RegistrationCommand.Reject => S["Reject the registration"],
        RegistrationCommand.Promote => S["Give a seat"],
        RegistrationCommand.Offer => S["Offer a seat"],
        RegistrationCommand.Accept => S["Take the offer for them"],
        RegistrationCommand.ConfirmAddress => S["Confirm without the link"],
        RegistrationCommand.MoveToWaitlist => S["Move to the waiting list"],
        RegistrationCommand.Reinstate => S["Let it stand again"],
        _ => S["Cancel the registration"],
    };

    /// <summary>A class of Bootstrap for where a registration stands.</summary>
    public static string BadgeOf(RegistrationStatus status) => status switch
    {
        RegistrationStatus.Confirmed => "text-bg-success",
        RegistrationStatus.Pending or RegistrationStatus.Offered or RegistrationStatus.AwaitingConfirmation => "text-bg-warning",
        RegistrationStatus.Waitlisted => "text-bg-info",
        _ => "text-bg-secondary",
    };
}
