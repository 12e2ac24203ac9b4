using InstituteCms.Kernel.Localization;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;

namespace InstituteCms.Kernel.Display;

/// <summary>Translates in the context of a view: <c>InstituteCms.Seminars.Views.EventPart</c>.</summary>
internal sealed class ViewLocalizer(IStringLocalizerFactory factory) : IViewLocalizer, IViewContextAware
{
    private HtmlLocalizer? _localizer;

    private HtmlLocalizer Localizer => _localizer ??= Create("");

    public LocalizedHtmlString this[string name] => Localizer[name];

    public LocalizedHtmlString this[string name, params object[] arguments] => Localizer[name, arguments];

    /// <summary>The context of a view's path.</summary>
    public static string ContextOf(string? path)
    {
        var context = path ?? "";
        context = context.StartsWith("/Areas/", StringComparison.OrdinalIgnoreCase) ? context["/Areas/".Length..] : context.TrimStart('/');
        return Path.ChangeExtension(context, null).Replace('/', '.');
    }

    public void Contextualize(ViewContext viewContext) => _localizer = Create(ContextOf(viewContext.ExecutingFilePath));

    public LocalizedString GetString(string name) => Localizer.GetString(name);

    public LocalizedString GetString(string name, params object[] arguments) => Localizer.GetString(name, arguments);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => Localizer.GetAllStrings(includeParentCultures);

    private PoHtmlLocalizer Create(string context) => new(factory.Create(context, ""));
}
