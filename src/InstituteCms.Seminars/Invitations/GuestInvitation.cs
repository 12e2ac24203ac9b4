using System.Text.Json.Serialization;
using InstituteCms.Registrations;
using YesSql.Indexes;

namespace InstituteCms.Invitations;

/// <summary>That one person is asked to come to one event. Whether they have registered stands with the registration of their address.</summary>
/// <remarks>Changed by <see cref="InvitationDesk"/> and erased by <see cref="PersonalDataEraser"/> alone.</remarks>
public sealed class GuestInvitation
{
    private const int MaxLinks = 8;

    public long Id { get; set; }

    /// <summary>Content item id of the event.</summary>
    public string EventId { get; set; } = "";

    public string Email { get; set; } = "";

    /// <summary>As the organiser wrote it; may be empty.</summary>
    public string Name { get; set; } = "";

    /// <summary>Language of mails to this person.</summary>
    public string Culture { get; set; } = "";

    /// <summary>Hashes of the links sent, the oldest first: each mail has one of its own, and the one before stays good.</summary>
    public List<string> TokenHashes { get; set; } = [];

    /// <summary>Document ids of the mails sent, the oldest first.</summary>
    public List<long> MailIds { get; set; } = [];

    public DateTime CreatedUtc { get; set; }

    /// <summary>User name of whoever invited.</summary>
    public string ByUser { get; set; } = "";

    /// <summary>When they were last reminded.</summary>
    public DateTime? RemindedUtc { get; set; }

    /// <summary>When they said that they do not come.</summary>
    public DateTime? DeclinedUtc { get; set; }

    public DateTime? ErasedUtc { get; set; }

    /// <summary>Who they are in lists and letters.</summary>
    [JsonIgnore]
    public string Called => Name.Length > 0 ? Name : Email;

    public void AddLink(PersonalToken token) => TokenHashes = [.. TokenHashes.TakeLast(MaxLinks - 1), token.Hash];

    /// <summary>Removes everything personal; that somebody was invited remains.</summary>
    public void Erase(DateTime nowUtc)
    {
        Email = Name = "";
        TokenHashes = [];
        ErasedUtc = nowUtc;
    }
}

/// <summary>Finds invitations by event and person.</summary>
public sealed class GuestInvitationIndex : MapIndex
{
    public string EventId { get; set; } = "";

    /// <summary>See <see cref="EmailAddressKey"/>; empty once erased.</summary>
    public string EmailKey { get; set; } = "";

    public bool Declined { get; set; }

    public bool Erased { get; set; }

    public DateTime CreatedUtc { get; set; }
}

/// <summary>Finds an invitation by any of its links.</summary>
public sealed class GuestInvitationLinkIndex : MapIndex
{
    public string TokenHash { get; set; } = "";
}

/// <summary>Fills both.</summary>
public sealed class InvitationIndexProvider : IndexProvider<GuestInvitation>
{
    public override void Describe(DescribeContext<GuestInvitation> context)
    {
        context.For<GuestInvitationIndex>().Map(invitation => new GuestInvitationIndex
        {
            EventId = invitation.EventId,
            EmailKey = EmailAddressKey.From(invitation.Email),
            Declined = invitation.DeclinedUtc is not null,
            Erased = invitation.ErasedUtc is not null,
            CreatedUtc = invitation.CreatedUtc,
        });
        context.For<GuestInvitationLinkIndex>().Map(invitation => invitation.TokenHashes.Select(hash => new GuestInvitationLinkIndex { TokenHash = hash }));
    }
}
