#nullable disable
using OrchardCore.ContentManagement;
using YesSql.Indexes;

namespace OrchardCore.PublishLater.Models
{
    /// <summary>When a draft is published by itself.</summary>
    public class PublishLaterPart : ContentPart
    {
        /// <summary>Instant, UTC; null for never.</summary>
        public DateTime? ScheduledPublishUtc { get; set; }
    }
}

namespace OrchardCore.PublishLater.Indexes
{
    /// <summary>The drafts that wait.</summary>
    public class PublishLaterPartIndex : MapIndex
    {
        public string ContentItemId { get; set; }

        public DateTime? ScheduledPublishDateTimeUtc { get; set; }

        public bool Published { get; set; }

        public bool Latest { get; set; }
    }
}

namespace OrchardCore.PublishLater.ViewModels
{
    /// <summary>The form.</summary>
    public class PublishLaterPartViewModel
    {
        [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
        public ContentItem ContentItem { get; set; }

        [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
        public DateTime? ScheduledPublishUtc { get; set; }

        /// <summary>By the site's clocks.</summary>
        public DateTime? ScheduledPublishLocalDateTime { get; set; }
    }
}

namespace OrchardCore.ArchiveLater.Models
{
    /// <summary>When an item is taken back from the public by itself.</summary>
    public class ArchiveLaterPart : ContentPart
    {
        /// <summary>Instant, UTC; null for never.</summary>
        public DateTime? ScheduledArchiveUtc { get; set; }
    }
}

namespace OrchardCore.ArchiveLater.Indexes
{
    /// <summary>The public items that will not stay so.</summary>
    public class ArchiveLaterPartIndex : MapIndex
    {
        public string ContentItemId { get; set; }

        public DateTime? ScheduledArchiveDateTimeUtc { get; set; }

        public bool Published { get; set; }

        public bool Latest { get; set; }
    }
}

namespace OrchardCore.ArchiveLater.ViewModels
{
    /// <summary>The form.</summary>
    public class ArchiveLaterPartViewModel
    {
        [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
        public ContentItem ContentItem { get; set; }

        [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
        public DateTime? ScheduledArchiveUtc { get; set; }

        /// <summary>By the site's clocks.</summary>
        public DateTime? ScheduledArchiveLocalDateTime { get; set; }
    }
}
