using System.Text.Json;
using InstituteCms.Kernel.Content;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Users;
using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Recipes.Steps;

/// <summary>
/// Brings users of another site with the passwords they have. Somebody of the same name becomes the one who comes: id, password and roles.
/// </summary>
internal sealed class UsersStep : NamedRecipeStepHandler
{
    private readonly ISession _session;
    private readonly UserManager<IUser> _users;

    public UsersStep(ISession session, UserManager<IUser> users)
        : base("Users")
    {
        (_session, _users) = (session, users);
    }

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        foreach (var moved in context.Step.Deserialize<Model>(ContentJson.Options)?.Users ?? [])
        {
            if (string.IsNullOrWhiteSpace(moved.UserId) || string.IsNullOrWhiteSpace(moved.UserName))
            {
                throw new RecipeException("a user has no id or no name.");
            }

            var name = _users.NormalizeName(moved.UserName);
            var byId = await _session.Query<User, UserIndex>(user => user.UserId == moved.UserId).FirstOrDefaultAsync();
            var byName = await _session.Query<User, UserIndex>(user => user.NormalizedUserName == name).FirstOrDefaultAsync();
            if (byId is not null && byName is not null && byId != byName)
            {
                throw new RecipeException($"the name of the user {moved.UserId} belongs to another user here.");
            }

            var user = byId ?? byName ?? new User();
            moved.WriteTo(user);
            user.NormalizedUserName = name;
            user.NormalizedEmail = _users.NormalizeEmail(moved.Email);
            await _session.SaveAsync(user);
        }
    }

    private sealed record Model(IReadOnlyList<MovedUser>? Users);
}

/// <summary>A user in a recipe.</summary>
internal sealed record MovedUser
{
    public string? UserId { get; init; }

    public string? UserName { get; init; }

    public string? NormalizedUserName { get; init; }

    public string? Email { get; init; }

    public string? NormalizedEmail { get; init; }

    public bool EmailConfirmed { get; init; }

    public string? PasswordHash { get; init; }

    public string? SecurityStamp { get; init; }

    public bool IsEnabled { get; init; } = true;

    public bool IsLockoutEnabled { get; init; } = true;

    public int AccessFailedCount { get; init; }

    public IReadOnlyList<string> RoleNames { get; init; } = [];

    public static MovedUser Of(User user) => new()
    {
        UserId = user.UserId,
        UserName = user.UserName,
        NormalizedUserName = user.NormalizedUserName,
        Email = user.Email,
        NormalizedEmail = user.NormalizedEmail,
        EmailConfirmed = user.EmailConfirmed,
        PasswordHash = user.PasswordHash,
        SecurityStamp = user.SecurityStamp,
        IsEnabled = user.IsEnabled,
        IsLockoutEnabled = user.IsLockoutEnabled,
        AccessFailedCount = user.AccessFailedCount,
        RoleNames = [.. user.RoleNames],
    };

    public void WriteTo(User user)
    {
        user.UserId = UserId;
        user.UserName = UserName;
        user.Email = Email;
        user.EmailConfirmed = EmailConfirmed;
        user.PasswordHash = PasswordHash;
        user.SecurityStamp = string.IsNullOrEmpty(SecurityStamp) ? Guid.NewGuid().ToString("N") : SecurityStamp;
        user.IsEnabled = IsEnabled;
        user.IsLockoutEnabled = IsLockoutEnabled;
        user.AccessFailedCount = AccessFailedCount;
        user.RoleNames = [.. RoleNames];
    }
}
