#nullable disable
namespace OrchardCore.Modules.Manifest;

/// <summary>Declares a module. Stands in for Orchard Core's attribute; semicolon-separated string constructors are left out.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = false)]
public class ModuleAttribute : FeatureAttribute
{
    /// <summary>Who wrote it.</summary>
    public virtual string Author { get; set; } = string.Empty;

    /// <summary>Where to read about it.</summary>
    public virtual string Website { get; set; } = string.Empty;

    /// <summary>A semantic version.</summary>
    public virtual string Version { get; set; } = "0.0";

    /// <summary>Words it is found by.</summary>
    public virtual string[] Tags { get; set; } = [];
}

/// <summary>Declares a feature: the unit that a tenant switches on.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public class FeatureAttribute : Attribute
{
    /// <summary>Unique id; a module's own id is its assembly's name.</summary>
    public virtual string Id { get; set; }

    /// <summary>Name shown to people; the id where none is given.</summary>
    public virtual string Name { get; set; }

    /// <summary>What it does, in a sentence.</summary>
    public virtual string Description { get; set; } = string.Empty;

    /// <summary>The heading it is listed under.</summary>
    public virtual string Category { get; set; } = string.Empty;

    /// <summary>An integer as text; the lower starts earlier among features that do not depend on each other.</summary>
    public virtual string Priority { get; set; } = "0";

    /// <summary>Ids of the features it needs.</summary>
    public virtual string[] Dependencies { get; set; } = [];

    /// <summary>Whether only the default tenant may have it.</summary>
    public virtual bool DefaultTenantOnly { get; set; }

    /// <summary>Whether every tenant has it.</summary>
    public virtual bool IsAlwaysEnabled { get; set; }

    /// <summary>Whether it is switched on only as somebody's dependency.</summary>
    public virtual bool EnabledByDependencyOnly { get; set; }
}

/// <summary>Marks an assembly as a module or theme; the build writes it.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = false)]
public class ModuleMarkerAttribute : ModuleAttribute
{
    private readonly string _type;

    /// <summary>Marks the assembly named <paramref name="id"/> as a <paramref name="type"/>: Module or Theme.</summary>
    public ModuleMarkerAttribute(string id, string type)
    {
        Id = id;
        _type = type;
    }

    /// <summary>Module or Theme.</summary>
    public string Type => _type;
}

/// <summary>Names, on the host's assembly, a module that the host carries; the build writes it.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public class ModuleNameAttribute : Attribute
{
    /// <summary>Names the module's assembly.</summary>
    public ModuleNameAttribute(string name) => Name = name;

    /// <summary>The module's assembly name.</summary>
    public string Name { get; }
}
