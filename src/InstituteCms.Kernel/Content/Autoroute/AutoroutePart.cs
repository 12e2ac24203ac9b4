#nullable disable
using OrchardCore.ContentManagement;
using YesSql.Indexes;

namespace OrchardCore.Autoroute.Models
{
    /// <summary>The public address of an item; contained items are left out.</summary>
    public class AutoroutePart : ContentPart
    {
        public const int MaxPathLength = 1850;

        public static readonly char[] InvalidCharactersForPath = ":?#[]@!$&'()*+,.;=<>\\|%".ToCharArray();

        /// <summary>Without a leading slash.</summary>
        public string Path { get; set; }

        /// <summary>Makes the item the home page when it is published.</summary>
        public bool SetHomepage { get; set; }

        /// <summary>Whether the item has no address of its own.</summary>
        public bool Disabled { get; set; }

        public bool RouteContainedItems { get; set; }

        public bool Absolute { get; set; }
    }

    /// <summary>Settings of the address on a type.</summary>
    public class AutoroutePartSettings
    {
        public bool AllowCustomPath { get; set; }

        /// <summary>Liquid.</summary>
        public string Pattern { get; set; } = "{{ ContentItem.DisplayText | slugify }}";

        public bool ShowHomepageOption { get; set; }

        /// <summary>Whether editors may empty the path to have it generated anew.</summary>
        public bool AllowUpdatePath { get; set; }

        public bool AllowDisabled { get; set; }

        public bool AllowRouteContainedItems { get; set; }

        public bool ManageContainedItemRoutes { get; set; }

        public bool AllowAbsolutePath { get; set; }
    }
}

namespace OrchardCore.Autoroute.Core.Indexes
{
    /// <summary>The paths of published and latest versions.</summary>
    public class AutoroutePartIndex : MapIndex
    {
        public long DocumentId { get; set; }

        public string ContentItemId { get; set; }

        public string ContainedContentItemId { get; set; }

        public string JsonPath { get; set; }

        public string Path { get; set; }

        public bool Published { get; set; }

        public bool Latest { get; set; }
    }
}
