using Microsoft.Extensions.Localization;

namespace InstituteCms.Kernel.Localization;

/// <summary>Localizers by context: a type's full name, or <c>{ModuleId}.Views.{Folder}.{File}</c> for a view.</summary>
internal sealed class PoStringLocalizerFactory : IStringLocalizerFactory
{
    private readonly Translations _translations;

    public PoStringLocalizerFactory(Translations translations) => _translations = translations;

    public IStringLocalizer Create(Type resourceSource) => new PoStringLocalizer(_translations, resourceSource.FullName!);

    public IStringLocalizer Create(string baseName, string location) => new PoStringLocalizer(_translations, Without("Areas", Without(location, baseName)));

    /// <summary>The localizer of a view of a module, for example <c>Views/Content-Event.liquid</c> of the theme.</summary>
    public IStringLocalizer CreateForView(string moduleId, string path) =>
        new PoStringLocalizer(_translations, $"{moduleId}.{Path.ChangeExtension(path, null).Trim('/').Replace('/', '.')}");

    private static string Without(string start, string name) =>
        name.StartsWith(start + ".", StringComparison.Ordinal) ? name[(start.Length + 1)..] : name;
}
