using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;

namespace InstituteCms.Kernel.Localization;

/// <summary>HTML texts: the arguments are encoded, the text is not.</summary>
internal sealed class PoHtmlLocalizer : HtmlLocalizer
{
    private readonly IStringLocalizer _localizer;

    public PoHtmlLocalizer(IStringLocalizer localizer)
        : base(localizer)
    {
        _localizer = localizer;
    }

    public override LocalizedHtmlString this[string name, params object[] arguments]
    {
        get
        {
            var (text, values) = _localizer is PoStringLocalizer po ? po.Translate(name, arguments) : (_localizer[name], arguments);
            return ToHtmlString(text, values);
        }
    }
}

/// <summary>Makes <see cref="PoHtmlLocalizer"/>s.</summary>
internal sealed class PoHtmlLocalizerFactory : IHtmlLocalizerFactory
{
    private readonly IStringLocalizerFactory _factory;

    public PoHtmlLocalizerFactory(IStringLocalizerFactory factory) => _factory = factory;

    public IHtmlLocalizer Create(Type resourceSource) => new PoHtmlLocalizer(_factory.Create(resourceSource));

    public IHtmlLocalizer Create(string baseName, string location) => new PoHtmlLocalizer(_factory.Create(baseName, location));
}
