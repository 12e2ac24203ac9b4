namespace InstituteCms.Kernel.Recipes;

/// <summary>Switches the features of the tenant that a recipe runs in.</summary>
internal interface IFeatureSwitch
{
    /// <summary>Switches on the features and what they depend on.</summary>
    Task EnableAsync(IEnumerable<string> features);

    /// <summary>Switches off the features.</summary>
    Task DisableAsync(IEnumerable<string> features);
}
