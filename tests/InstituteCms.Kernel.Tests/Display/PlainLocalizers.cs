using Microsoft.Extensions.Localization;

namespace InstituteCms.Kernel.Tests.Display;

/// <summary>Says everything as it was written.</summary>
internal sealed class PlainLocalizers : IStringLocalizerFactory, IStringLocalizer
{
    public LocalizedString this[string name] => new(name, name);

    public LocalizedString this[string name, params object[] arguments] =>
        new(name, string.Format(System.Globalization.CultureInfo.InvariantCulture, name, arguments));

    public IStringLocalizer Create(Type resourceSource) => this;

    public IStringLocalizer Create(string baseName, string location) => this;

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
}
