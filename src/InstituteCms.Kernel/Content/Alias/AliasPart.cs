#nullable disable
using OrchardCore.ContentManagement;
using YesSql.Indexes;

namespace OrchardCore.Alias.Models
{
    /// <summary>A name by which code and templates find the item.</summary>
    public class AliasPart : ContentPart
    {
        public const int MaxAliasLength = 735;

        public string Alias { get; set; }
    }
}

namespace OrchardCore.Alias.Settings
{
    /// <summary>Whether editors write the alias or a pattern does.</summary>
    public enum AliasPartOptions
    {
        Editable,
        GeneratedDisabled,
    }

    /// <summary>Settings of the alias on a type.</summary>
    public class AliasPartSettings
    {
        /// <summary>Liquid.</summary>
        public string Pattern { get; set; } = "{{ Model.ContentItem.DisplayText | slugify }}";

        public AliasPartOptions Options { get; set; }
    }
}

namespace OrchardCore.Alias.Indexes
{
    /// <summary>The aliases of published and latest versions, in lower case.</summary>
    public class AliasPartIndex : MapIndex
    {
        public string Alias { get; set; }

        public string ContentItemId { get; set; }

        public bool Latest { get; set; }

        public bool Published { get; set; }
    }
}
