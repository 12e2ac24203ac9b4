using System.Text.Json;
using InstituteCms.Kernel.Content;
using InstituteCms.Kernel.Security;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;

namespace InstituteCms.Kernel.Recipes.Steps;

/// <summary>Makes roles and gives or takes permissions.</summary>
internal sealed class RolesStep : NamedRecipeStepHandler
{
    private readonly RoleService _roles;

    public RolesStep(RoleService roles)
        : base("Roles")
    {
        _roles = roles;
    }

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        foreach (var role in context.Step.Deserialize<Model>(ContentJson.Options)!.Roles)
        {
            await _roles.CreateOrUpdateAsync(role.Name, role.Description, role.Permissions, role.PermissionBehavior);
        }
    }

    private sealed record Model(IReadOnlyList<RoleModel> Roles);

    private sealed record RoleModel(string Name, string? Description, string[] Permissions, PermissionBehavior PermissionBehavior = PermissionBehavior.Replace);
}
