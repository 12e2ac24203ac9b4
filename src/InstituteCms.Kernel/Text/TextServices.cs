#nullable disable
namespace OrchardCore.Modules.Services
{
    /// <summary>Makes the last segment of an address from text.</summary>
    public interface ISlugService
    {
        /// <summary>Lower case, accents dropped, dashes for what is neither letter nor digit; every script keeps its letters.</summary>
        string Slugify(string text);

        /// <summary>As <see cref="Slugify(string)"/>, with a separator of one's own.</summary>
        string Slugify(string text, char separator);
    }
}

namespace OrchardCore.Infrastructure.Html
{
    /// <summary>Takes from HTML what could do harm.</summary>
    public interface IHtmlSanitizerService
    {
        /// <summary>The HTML that may be shown as it is.</summary>
        string Sanitize(string html);
    }
}
