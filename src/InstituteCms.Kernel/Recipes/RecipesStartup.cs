using InstituteCms.Kernel.Recipes.Steps;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Recipes;

namespace InstituteCms.Kernel.Recipes;

/// <summary>Recipes and the steps that every tenant can be set up with.</summary>
public sealed class RecipesStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<RecipeHarvester>();
        services.AddSingleton<RecipeExecutor>();
        services.AddRecipeExecutionStep<FeatureStep>();
        services.AddRecipeExecutionStep<ThemesStep>();
        services.AddRecipeExecutionStep<SettingsStep>();
        services.AddRecipeExecutionStep<RecipesStep>();
        services.AddRecipeExecutionStep<RolesStep>();
    }
}

/// <summary>The steps about content.</summary>
[Feature("OrchardCore.ContentTypes")]
public sealed class ContentDefinitionRecipesStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services) => services.AddRecipeExecutionStep<ContentDefinitionStep>();
}

/// <summary>The steps about content items.</summary>
[Feature("OrchardCore.Contents")]
public sealed class ContentRecipesStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services) => services.AddRecipeExecutionStep<ContentStep>();
}

/// <summary>The steps about media.</summary>
[Feature("OrchardCore.Media")]
public sealed class MediaRecipesStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services) => services.AddRecipeExecutionStep<MediaStep>();
}

/// <summary>The steps about users.</summary>
[Feature("OrchardCore.Users")]
public sealed class UserRecipesStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services) => services.AddRecipeExecutionStep<UsersStep>();
}
