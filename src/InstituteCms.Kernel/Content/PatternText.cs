using System.Globalization;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;
using OrchardCore.ContentManagement;
using OrchardCore.Liquid;

namespace InstituteCms.Kernel.Content;

/// <summary>Renders the patterns of titles, paths and aliases: plain text, the same in every visitor's language.</summary>
internal static class PatternText
{
    public static async Task<string> RenderAsync(ILiquidTemplateManager liquid, string pattern, ContentItem item)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            var text = await liquid.RenderStringAsync(
                pattern, NullEncoder.Default, new PatternModel(item), [new(nameof(ContentItem), new ObjectValue(item))]);
            return text.ReplaceLineEndings(string.Empty).Trim();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    /// <summary>The first of text, text-1, text-2, ... that is free, none longer than <paramref name="maxLength"/>.</summary>
    public static async Task<string> MakeUniqueAsync(string text, int maxLength, Func<string, Task<bool>> isFreeAsync)
    {
        text = text.Length > maxLength ? text[..maxLength] : text;
        var candidate = text;
        for (var i = 1; !await isFreeAsync(candidate); i++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $"-{i}");
            candidate = text[..Math.Min(text.Length, maxLength - suffix.Length)] + suffix;
        }

        return candidate;
    }
}

/// <summary>What a pattern sees as <c>Model</c>.</summary>
internal sealed record PatternModel(ContentItem ContentItem);
