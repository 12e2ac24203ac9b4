namespace OrchardCore;

/// <summary>Names that Orchard Core fixes.</summary>
public static class OrchardCoreConstants
{
    /// <summary>Roles that Orchard Core knows.</summary>
    public static class Roles
    {
        /// <summary>May do everything.</summary>
        public const string Administrator = "Administrator";

        /// <summary>Edits and publishes.</summary>
        public const string Editor = "Editor";

        /// <summary>Everybody who is signed in.</summary>
        public const string Authenticated = "Authenticated";

        /// <summary>Everybody who is not.</summary>
        public const string Anonymous = "Anonymous";
    }

    /// <summary>How a content item is shown.</summary>
    public static class DisplayType
    {
        /// <summary>The whole item on its own page.</summary>
        public const string Detail = "Detail";

        /// <summary>An entry of a list.</summary>
        public const string Summary = "Summary";

        /// <summary>An entry of the admin's list.</summary>
        public const string SummaryAdmin = "SummaryAdmin";
    }

    /// <summary>Orders of <see cref="OrchardCore.Modules.StartupBase.ConfigureOrder"/>.</summary>
    public static class ConfigureOrder
    {
        /// <summary>Who is asking.</summary>
        public const int Authentication = -150;

        /// <summary>Slugs.</summary>
        public const int Autoroute = -100;

        /// <summary>Everything else.</summary>
        public const int Default = 0;
    }
}
