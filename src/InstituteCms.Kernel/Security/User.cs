#nullable disable
using OrchardCore.Entities;

namespace OrchardCore.Users
{
    /// <summary>Somebody who can sign in.</summary>
    public interface IUser
    {
        /// <summary>Unique name to sign in with.</summary>
        string UserName { get; }
    }
}

namespace OrchardCore.Users.Models
{
    /// <summary>A user as stored.</summary>
    public class User : Entity, IUser
    {
        /// <summary>Id of the stored document; not the id others refer to.</summary>
        public long Id { get; set; }

        /// <summary>The id others refer to: 26 characters, never changes.</summary>
        public string UserId { get; set; }

        /// <inheritdoc />
        public string UserName { get; set; }

        /// <summary>The name in capitals, for look-ups.</summary>
        public string NormalizedUserName { get; set; }

        /// <summary>E-mail address.</summary>
        public string Email { get; set; }

        /// <summary>The address in capitals, for look-ups.</summary>
        public string NormalizedEmail { get; set; }

        /// <summary>Whether the address is known to be theirs.</summary>
        public bool EmailConfirmed { get; set; }

        /// <summary>Salted and slow hash of the password.</summary>
        public string PasswordHash { get; set; }

        /// <summary>Changes with the password and the rights; cookies of an older stamp are void.</summary>
        public string SecurityStamp { get; set; }

        /// <summary>Whether they may sign in at all.</summary>
        public bool IsEnabled { get; set; } = true;

        /// <summary>Whether wrong passwords lock them out.</summary>
        public bool IsLockoutEnabled { get; set; } = true;

        /// <summary>Until when they are locked out, UTC; null where they are not.</summary>
        public DateTime? LockoutEndUtc { get; set; }

        /// <summary>Wrong passwords since the last right one.</summary>
        public int AccessFailedCount { get; set; }

        /// <summary>Names of their roles.</summary>
        public IList<string> RoleNames { get; set; } = [];

        /// <summary>Whether a second factor is asked for beside the password.</summary>
        public bool TwoFactorEnabled { get; set; }

        /// <summary>Secrets that belong to the account; never in the clear.</summary>
        public IList<UserToken> UserTokens { get; set; } = [];
    }

    /// <summary>A secret of an account.</summary>
    public class UserToken
    {
        /// <summary>Who keeps it.</summary>
        public string LoginProvider { get; set; }

        /// <summary>What it is.</summary>
        public string Name { get; set; }

        /// <summary>The secret, protected.</summary>
        public string Value { get; set; }
    }
}
