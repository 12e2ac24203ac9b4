namespace InstituteCms.Kernel.Audit;

/// <summary>What is written down, by name. The names are stored: they are never changed.</summary>
public static class AuditActions
{
    /// <summary>Content.</summary>
    public const string Published = nameof(Published), Unpublished = nameof(Unpublished), DraftSaved = nameof(DraftSaved),
        DraftDiscarded = nameof(DraftDiscarded), Deleted = nameof(Deleted), Copied = nameof(Copied), Restored = nameof(Restored), Purged = nameof(Purged),
        Scheduled = nameof(Scheduled), ScheduleCancelled = nameof(ScheduleCancelled), LinkMade = nameof(LinkMade), LinkEnded = nameof(LinkEnded);

    /// <summary>Media.</summary>
    public const string MediaAdded = nameof(MediaAdded), MediaReplaced = nameof(MediaReplaced), MediaChanged = nameof(MediaChanged),
        MediaMoved = nameof(MediaMoved), MediaDeleted = nameof(MediaDeleted);

    /// <summary>Signing in and one's own account.</summary>
    public const string SignedIn = nameof(SignedIn), SignedOut = nameof(SignedOut), SignInFailed = nameof(SignInFailed),
        PasswordChanged = nameof(PasswordChanged), SecondFactorOn = nameof(SecondFactorOn), SecondFactorOff = nameof(SecondFactorOff),
        RecoveryCodesMade = nameof(RecoveryCodesMade), InvitationAccepted = nameof(InvitationAccepted),
        TokenMade = nameof(TokenMade), TokenRevoked = nameof(TokenRevoked), ProgramAllowed = nameof(ProgramAllowed), ProgramRefused = nameof(ProgramRefused);

    /// <summary>Other people.</summary>
    public const string UserAdded = nameof(UserAdded), UserChanged = nameof(UserChanged), PasswordSet = nameof(PasswordSet),
        SignedOutEverywhere = nameof(SignedOutEverywhere), SecondFactorReset = nameof(SecondFactorReset), Invited = nameof(Invited),
        InvitationWithdrawn = nameof(InvitationWithdrawn), RoleAdded = nameof(RoleAdded), RoleChanged = nameof(RoleChanged);

    /// <summary>Settings.</summary>
    public const string SettingsChanged = nameof(SettingsChanged), TestMailSent = nameof(TestMailSent), ProgramChanged = nameof(ProgramChanged),
        ProgramDeleted = nameof(ProgramDeleted), ScopeChanged = nameof(ScopeChanged), ScopeDeleted = nameof(ScopeDeleted);

    /// <summary>Data as a whole.</summary>
    public const string Exported = nameof(Exported), PackageImported = nameof(PackageImported), PersonSearched = nameof(PersonSearched),
        RegistrationsImported = nameof(RegistrationsImported), RegistrantsWrittenTo = nameof(RegistrantsWrittenTo);

    private static readonly Dictionary<AuditCategory, string[]> _byCategory = new()
    {
        [AuditCategory.Content] =
        [
            Published, Unpublished, DraftSaved, DraftDiscarded, Deleted, Copied, Restored, Purged, Scheduled, ScheduleCancelled, LinkMade, LinkEnded,
            MediaAdded, MediaReplaced, MediaChanged, MediaMoved, MediaDeleted,
        ],
        [AuditCategory.SignIn] =
        [
            SignedIn, SignedOut, SignInFailed, PasswordChanged, SecondFactorOn, SecondFactorOff, RecoveryCodesMade, InvitationAccepted, TokenMade, TokenRevoked,
            ProgramAllowed, ProgramRefused,
        ],
        [AuditCategory.People] =
            [UserAdded, UserChanged, PasswordSet, SignedOutEverywhere, SecondFactorReset, Invited, InvitationWithdrawn, RoleAdded, RoleChanged],
        [AuditCategory.Settings] = [SettingsChanged, TestMailSent, ProgramChanged, ProgramDeleted, ScopeChanged, ScopeDeleted],
        [AuditCategory.Export] = [Exported, PackageImported, PersonSearched, RegistrationsImported, RegistrantsWrittenTo],
    };

    /// <summary>What an act of this name is about.</summary>
    public static AuditCategory CategoryOf(string action) => _byCategory.FirstOrDefault(category => category.Value.Contains(action)).Key;
}
