using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;

namespace InstituteCms.Kernel.Recipes;

/// <summary>Carries out recipes: each step in a scope of its own, the first failure ends it.</summary>
internal sealed class RecipeExecutor
{
    private readonly IShellConfiguration _configuration;
    private readonly TimeProvider _time;

    public RecipeExecutor(IShellConfiguration configuration, TimeProvider time) => (_configuration, _time) = (configuration, time);

    /// <param name="environment">What expressions find as <c>parameters('...')</c>: SiteName, AdminUserId, AdminUsername, ...</param>
    /// <param name="inNewScope">Runs work in a new scope of the tenant as it is then, with the features that earlier steps switched.</param>
    /// <exception cref="RecipeException">A step failed; what earlier steps did stays.</exception>
    public Task ExecuteAsync(
        RecipeDescriptor recipe, IDictionary<string, object> environment, Func<Func<ShellScope, Task>, Task> inNewScope, CancellationToken cancellationToken) =>
        ExecuteAsync(new Run(IdGenerator.GenerateId(), environment, inNewScope, cancellationToken), recipe, []);

    private async Task ExecuteAsync(Run run, RecipeDescriptor recipe, string[] outer)
    {
        if (outer.Contains(recipe.Name, StringComparer.OrdinalIgnoreCase))
        {
            throw new RecipeException($"Recipe {recipe.Name} calls itself: {string.Join(" > ", outer)} > {recipe.Name}.");
        }

        var json = await recipe.ReadAsync(run.CancellationToken);
        using var script = new RecipeScript(json["variables"] as JsonObject, run.Environment, _configuration, _time, path => ReadText(recipe, path));
        var number = 0;
        foreach (var step in (json["steps"] as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            run.CancellationToken.ThrowIfCancellationRequested();
            number++;
            var context = new RecipeExecutionContext
            {
                Environment = run.Environment,
                ExecutionId = run.Id,
                Name = step["name"]?.ToString(),
                RecipeDescriptor = recipe,
            };

            await run.InNewScope(scope => ExecuteAsync(scope, context, step, script, $"Recipe {recipe.Name}, step {number} ({context.Name})"));
            foreach (var inner in context.InnerRecipes ?? [])
            {
                await ExecuteAsync(run, inner, [.. outer, recipe.Name]);
            }
        }
    }

    private static async Task ExecuteAsync(ShellScope scope, RecipeExecutionContext context, JsonObject step, RecipeScript script, string place)
    {
        try
        {
            var handlers = scope.ServiceProvider.GetServices<IRecipeStepHandler>().ToList();
            if (!handlers.Exists(h => h is not NamedRecipeStepHandler named || string.Equals(named.Name, context.Name, StringComparison.OrdinalIgnoreCase)))
            {
                throw new RecipeException("nothing in the enabled features carries out this step.");
            }

            context.Step = script.Evaluate(step)!.AsObject();
            foreach (var handler in handlers)
            {
                await handler.ExecuteAsync(context);
            }
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            throw new RecipeException($"{place}: {e.Message}", e);
        }

        if (context.Errors.Count > 0)
        {
            throw new RecipeException($"{place}: {string.Join(' ', context.Errors)}");
        }
    }

    private static string? ReadText(RecipeDescriptor recipe, string path)
    {
        if (recipe.FindFile(path) is not { Exists: true } file)
        {
            return null;
        }

        using var reader = new StreamReader(file.CreateReadStream());
        return reader.ReadToEnd();
    }

    private sealed record Run(
        string Id, IDictionary<string, object> Environment, Func<Func<ShellScope, Task>, Task> InNewScope, CancellationToken CancellationToken);
}
