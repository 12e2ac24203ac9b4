#nullable disable
using OrchardCore.Users.Models;
using YesSql.Indexes;

namespace OrchardCore.Users.Indexes
{
    /// <summary>Finds users.</summary>
    public class UserIndex : MapIndex
    {
        /// <summary>The id others refer to.</summary>
        public string UserId { get; set; }

        /// <summary>Name in capitals.</summary>
        public string NormalizedUserName { get; set; }

        /// <summary>E-mail address in capitals.</summary>
        public string NormalizedEmail { get; set; }

        /// <summary>Whether they may sign in.</summary>
        public bool IsEnabled { get; set; }
    }
}

namespace InstituteCms.Kernel.Security
{
    internal sealed class UserIndexProvider : IndexProvider<User>
    {
        public override void Describe(DescribeContext<User> context) => context.For<OrchardCore.Users.Indexes.UserIndex>().Map(user => new()
        {
            UserId = user.UserId,
            NormalizedUserName = user.NormalizedUserName,
            NormalizedEmail = user.NormalizedEmail,
            IsEnabled = user.IsEnabled,
        });
    }
}
