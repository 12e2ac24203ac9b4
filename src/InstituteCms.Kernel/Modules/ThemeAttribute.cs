#nullable disable
using OrchardCore.Modules.Manifest;

namespace OrchardCore.DisplayManagement.Manifest;

/// <summary>Declares a theme. Stands in for Orchard Core's attribute; semicolon-separated string constructors are left out.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = false)]
public class ThemeAttribute : ModuleAttribute
{
    /// <summary>Id of the theme whose templates stand in for those that this one lacks.</summary>
    public virtual string BaseTheme { get; set; }
}
