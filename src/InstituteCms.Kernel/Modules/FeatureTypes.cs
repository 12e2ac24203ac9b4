using System.Reflection;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Modules;

/// <summary>Which types a tenant has: those of its enabled features whose required features are enabled too.</summary>
internal static class FeatureTypes
{
    /// <summary>The public concrete types of <paramref name="feature"/> that are a <typeparamref name="T"/>.</summary>
    public static IEnumerable<Type> Of<T>(FeatureInfo feature, TenantFeatures features) =>
        feature.Module.Assembly.GetExportedTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(T)))
            .Where(t => FeatureOf(t, feature.Module) == feature.Id && RequirementsMet(t, features));

    public static bool IsEnabled(Type type, ModuleInfo module, TenantFeatures features) =>
        features.IsEnabled(FeatureOf(type, module)) && RequirementsMet(type, features);

    private static string FeatureOf(Type type, ModuleInfo module) =>
        type.GetCustomAttribute<FeatureAttribute>()?.FeatureName ?? module.MainFeature.Id;

    private static bool RequirementsMet(Type type, TenantFeatures features) =>
        type.GetCustomAttribute<RequireFeaturesAttribute>()?.RequiredFeatureNames.All(features.IsEnabled) ?? true;
}
