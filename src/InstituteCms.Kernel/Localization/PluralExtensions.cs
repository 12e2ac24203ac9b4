#nullable disable
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Localization;

namespace Microsoft.Extensions.Localization
{
    /// <summary>Texts that depend on a number, which is their <c>{0}</c>.</summary>
    public static class StringLocalizerExtensions
    {
        /// <summary>The form that <paramref name="count"/> takes; further values follow as <c>{1}</c>, ...</summary>
        public static LocalizedString Plural(this IStringLocalizer localizer, int count, string singular, string plural, params object[] arguments) =>
            localizer[singular, new PluralizationArgument { Count = count, Forms = [singular, plural], Arguments = arguments }];
    }
}

namespace Microsoft.AspNetCore.Mvc.Localization
{
    /// <summary>Texts that depend on a number, which is their <c>{0}</c>.</summary>
    public static class HtmlLocalizerExtensions
    {
        /// <summary>The form that <paramref name="count"/> takes; further values follow as <c>{1}</c>, ...</summary>
        public static LocalizedHtmlString Plural(this IHtmlLocalizer localizer, int count, string singular, string plural, params object[] arguments) =>
            localizer[singular, new PluralizationArgument { Count = count, Forms = [singular, plural], Arguments = arguments }];
    }

    /// <summary>Texts of a view that depend on a number, which is their <c>{0}</c>.</summary>
    public static class ViewLocalizerExtensions
    {
        /// <summary>The form that <paramref name="count"/> takes; further values follow as <c>{1}</c>, ...</summary>
        public static LocalizedHtmlString Plural(this IViewLocalizer localizer, int count, string singular, string plural, params object[] arguments) =>
            localizer[singular, new PluralizationArgument { Count = count, Forms = [singular, plural], Arguments = arguments }];
    }
}
