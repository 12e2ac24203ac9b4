using System.Reflection;
using InstituteCms.Kernel.Display;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor.Compilation;
using Microsoft.AspNetCore.Razor.Hosting;

namespace InstituteCms.Kernel.Modules;

/// <summary>Controllers of enabled features only.</summary>
internal sealed class FeatureControllers : ControllerFeatureProvider
{
    private readonly TenantFeatures _features;

    public FeatureControllers(TenantFeatures features) => _features = features;

    protected override bool IsController(TypeInfo typeInfo) =>
        base.IsController(typeInfo)
        && _features.Modules.FirstOrDefault(m => m.Assembly == typeInfo.Assembly) is { } module
        && FeatureTypes.IsEnabled(typeInfo, module, _features);
}

/// <summary>Compiled views of enabled modules, each under its module's area so that equal names stay apart.</summary>
internal sealed class ModuleViews : IApplicationFeatureProvider<ViewsFeature>
{
    private readonly TenantFeatures _features;

    public ModuleViews(TenantFeatures features) => _features = features;

    public void PopulateFeature(IEnumerable<ApplicationPart> parts, ViewsFeature feature)
    {
        var loader = new RazorCompiledItemLoader();
        foreach (var module in _features.Modules)
        {
            foreach (var item in loader.LoadItems(module.Assembly))
            {
                feature.ViewDescriptors.Add(new CompiledViewDescriptor(item) { RelativePath = ViewPaths.Remap(module.Id, item.Identifier) });
            }
        }
    }
}

/// <summary>A controller's area is its module's id unless it names one.</summary>
internal sealed class ModuleArea : IControllerModelConvention
{
    private readonly TenantFeatures _features;

    public ModuleArea(TenantFeatures features) => _features = features;

    public void Apply(ControllerModel controller)
    {
        if (_features.Modules.FirstOrDefault(m => m.Assembly == controller.ControllerType.Assembly) is { } module)
        {
            controller.RouteValues.TryAdd("area", module.Id);
        }
    }
}
