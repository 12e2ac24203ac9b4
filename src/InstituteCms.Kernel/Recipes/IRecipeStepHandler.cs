#nullable disable
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;

namespace OrchardCore.Recipes.Models
{
    /// <summary>What a step of a recipe is carried out with.</summary>
    public class RecipeExecutionContext
    {
        /// <summary>What was given at the start: site name, administrator, ...</summary>
        public object Environment { get; set; }

        /// <summary>What went wrong; anything here fails the recipe.</summary>
        public IList<string> Errors { get; } = [];

        /// <summary>Id of this run.</summary>
        public string ExecutionId { get; set; }

        /// <summary>Recipes to run after the step.</summary>
        public IEnumerable<RecipeDescriptor> InnerRecipes { get; set; }

        /// <summary>The step's name.</summary>
        public string Name { get; set; }

        /// <summary>The recipe it belongs to.</summary>
        public RecipeDescriptor RecipeDescriptor { get; set; }

        /// <summary>The step as written, with its expressions evaluated.</summary>
        public JsonObject Step { get; set; }
    }
}

namespace OrchardCore.Recipes.Services
{
    /// <summary>Carries out steps of recipes.</summary>
    public interface IRecipeStepHandler
    {
        /// <summary>Carries out the step if it is one of its own.</summary>
        Task ExecuteAsync(RecipeExecutionContext context);
    }

    /// <summary>Carries out the steps of one name, in any case.</summary>
    public abstract class NamedRecipeStepHandler : IRecipeStepHandler
    {
        /// <summary>The steps' name.</summary>
        protected readonly string StepName;

        /// <summary>Carries out the steps named <paramref name="stepName"/>.</summary>
        protected NamedRecipeStepHandler(string stepName) => StepName = stepName;

        internal string Name => StepName;

        /// <inheritdoc />
        public Task ExecuteAsync(RecipeExecutionContext context) =>
            string.Equals(context.Name, StepName, StringComparison.OrdinalIgnoreCase) ? HandleAsync(context) : Task.CompletedTask;

        /// <summary>Carries out the step.</summary>
        protected abstract Task HandleAsync(RecipeExecutionContext context);
    }
}

namespace OrchardCore.Recipes
{
    /// <summary>Registers steps of recipes.</summary>
    public static class ServiceCollectionExtensions
    {
        /// <summary>Registers the handler <typeparamref name="TImplementation"/>.</summary>
        public static IServiceCollection AddRecipeExecutionStep<TImplementation>(this IServiceCollection services)
            where TImplementation : class, IRecipeStepHandler => services.AddScoped<IRecipeStepHandler, TImplementation>();
    }
}
