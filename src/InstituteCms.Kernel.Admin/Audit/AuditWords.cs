using InstituteCms.Kernel.Audit;

namespace InstituteCms.Kernel.Admin.Audit;

/// <summary>The stored names in words; to be translated.</summary>
public static class AuditWords
{
    /// <summary>What was done.</summary>
    public static string Of(string action) => action switch
    {
        AuditActions.Published => "Made public",
        AuditActions.Unpublished => "Took back from the public",
        AuditActions.DraftSaved => "Saved a draft",
        AuditActions.DraftDiscarded => "Discarded a draft",
        AuditActions.Deleted => "Deleted",
        AuditActions.Copied => "Copied",
        AuditActions.Restored => "Brought back",
        AuditActions.Purged => "Deleted for good",
        AuditActions.MediaAdded => "Added a file",
        AuditActions.MediaReplaced => "Replaced a file",
        AuditActions.MediaChanged => "Changed a file's description or crop",
        AuditActions.MediaMoved => "Moved a file",
        AuditActions.MediaDeleted => "Deleted a file",
        AuditActions.Scheduled => "Set a time",
        AuditActions.ScheduleCancelled => "Cancelled a set time",
        AuditActions.PersonSearched => "Looked for a person",
        AuditActions.RegistrantsWrittenTo => "Wrote to registrants",
        AuditActions.LinkMade => "Made a link to a preview",
        AuditActions.LinkEnded => "Ended a link to a preview",
        AuditActions.SignedIn => "Signed in",
        AuditActions.SignedOut => "Signed out",
        AuditActions.SignInFailed => "Could not sign in",
        AuditActions.PasswordChanged => "Changed their password",
        AuditActions.SecondFactorOn => "Switched their second factor on",
        AuditActions.SecondFactorOff => "Switched their second factor off",
        AuditActions.RecoveryCodesMade => "Made new recovery codes",
        AuditActions.InvitationAccepted => "Accepted an invitation",
        AuditActions.TokenMade => "Made an access token",
        AuditActions.TokenRevoked => "Revoked an access token",
        AuditActions.ProgramAllowed => "Let a program act for them",
        AuditActions.ProgramRefused => "Let a program act for them no more",
        AuditActions.UserAdded => "Added a user",
        AuditActions.UserChanged => "Changed a user",
        AuditActions.PasswordSet => "Set a user's password",
        AuditActions.SignedOutEverywhere => "Signed a user out everywhere",
        AuditActions.SecondFactorReset => "Took a user's second factor away",
        AuditActions.Invited => "Invited somebody",
        AuditActions.InvitationWithdrawn => "Withdrew an invitation",
        AuditActions.RoleAdded => "Added a role",
        AuditActions.RoleChanged => "Changed a role",
        AuditActions.SettingsChanged => "Changed settings",
        AuditActions.TestMailSent => "Sent a test mail",
        AuditActions.ProgramChanged => "Changed a program",
        AuditActions.ProgramDeleted => "Deleted a program",
        AuditActions.ScopeChanged => "Changed a scope",
        AuditActions.ScopeDeleted => "Deleted a scope",
        AuditActions.Exported => "Exported data",
        AuditActions.PackageImported => "Imported a package",
        AuditActions.RegistrationsImported => "Imported registrations",
        _ => action,
    };

    /// <summary>What it is about.</summary>
    public static string Of(AuditCategory category) => category switch
    {
        AuditCategory.Content => "Content",
        AuditCategory.SignIn => "Signing in",
        AuditCategory.People => "People and roles",
        AuditCategory.Settings => "Settings",
        AuditCategory.Export => "Exports and imports",
        _ => category.ToString(),
    };
}
