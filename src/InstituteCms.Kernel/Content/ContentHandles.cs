#nullable disable
using OrchardCore.ContentManagement;

namespace OrchardCore.ContentManagement
{
    /// <summary>Finds items by handles such as <c>alias:main-menu</c> or <c>slug:events/one</c>.</summary>
    public interface IContentHandleManager
    {
        /// <summary>The item's id, or null.</summary>
        Task<string> GetContentItemIdAsync(string handle);
    }

    /// <summary>Understands one kind of handle.</summary>
    public interface IContentHandleProvider
    {
        /// <summary>Lower is asked earlier.</summary>
        int Order { get; }

        /// <summary>The item's id, or null where the handle is of another kind or unknown.</summary>
        Task<string> GetContentItemIdAsync(string handle);
    }
}

namespace InstituteCms.Kernel.Content
{
    internal sealed class ContentHandleManager(IEnumerable<IContentHandleProvider> providers) : IContentHandleManager
    {
        public async Task<string> GetContentItemIdAsync(string handle)
        {
            foreach (var provider in providers.OrderBy(p => p.Order))
            {
                if (await provider.GetContentItemIdAsync(handle) is { Length: > 0 } id)
                {
                    return id;
                }
            }

            return null;
        }
    }
}
