#nullable disable
using Microsoft.AspNetCore.Routing;
using OrchardCore.ContentManagement;
using OrchardCore.Contents.ViewModels;
using OrchardCore.DisplayManagement.ModelBinding;
using YesSql;

namespace OrchardCore.Contents.Services
{
    /// <summary>A module's own conditions on the content list.</summary>
    public interface IContentsAdminListFilter
    {
        /// <summary>Adds conditions to <paramref name="query"/>, by what <paramref name="updater"/> reads from the address.</summary>
        Task FilterAsync(ContentOptionsViewModel model, IQuery<ContentItem> query, IUpdateModel updater);
    }
}

namespace OrchardCore.Contents.ViewModels
{
    /// <summary>What the content list was asked for. Its display drivers add fields to the list's form.</summary>
    public class ContentOptionsViewModel
    {
        /// <summary>Words looked for; a filter that has looked for them in an index of its own clears them.</summary>
        public string SearchText { get; set; }

        /// <summary>The one type listed; null for all.</summary>
        public string SelectedContentType { get; set; }

        /// <summary>What drivers add to the address of a form that is posted; the embedded list's form is not.</summary>
        public RouteValueDictionary RouteValues { get; set; } = [];
    }
}
