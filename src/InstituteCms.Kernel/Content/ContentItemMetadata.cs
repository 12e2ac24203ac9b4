#nullable disable
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Routing;

namespace OrchardCore.ContentManagement
{
    /// <summary>Where an item is shown, edited, created and removed.</summary>
    public class ContentItemMetadata
    {
        /// <summary>Its public page.</summary>
        public RouteValueDictionary DisplayRouteValues { get; set; }

        /// <summary>Its editor.</summary>
        public RouteValueDictionary EditorRouteValues { get; set; }

        /// <summary>The editor of a new one.</summary>
        public RouteValueDictionary CreateRouteValues { get; set; }

        /// <summary>Its removal.</summary>
        public RouteValueDictionary RemoveRouteValues { get; set; }

        /// <summary>What the admin's list links to.</summary>
        public RouteValueDictionary AdminRouteValues { get; set; }
    }
}

namespace OrchardCore.ContentManagement.Models
{
    /// <summary>The text of an item.</summary>
    public class BodyAspect
    {
        /// <summary>As HTML.</summary>
        public IHtmlContent Body { get; set; }
    }
}
