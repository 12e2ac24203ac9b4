using Microsoft.AspNetCore.Identity;
using OrchardCore.Entities;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using System.Security.Claims;

namespace InstituteCms.Kernel.Admin.Contents;

/// <summary>A search worth keeping.</summary>
/// <param name="Name">What its user calls it.</param>
/// <param name="Query">The list's query string, without the question mark.</param>
public sealed record SavedFilter(string Name, string Query);

/// <summary>What the content list remembers for one user, kept with the user.</summary>
public sealed class ContentListMemory
{
    /// <summary>The most that one user keeps.</summary>
    public const int MaxFilters = 20;

    /// <summary>The longest name.</summary>
    public const int MaxNameLength = 60;

    /// <summary>The longest query string.</summary>
    public const int MaxQueryLength = 1_000;

    /// <summary>By name.</summary>
    public IReadOnlyList<SavedFilter> Filters { get; set; } = [];

    /// <summary>The last batch, which can be undone.</summary>
    public ContentBatch? LastBatch { get; set; }
}

/// <summary>Reads and writes the memory.</summary>
public sealed class ContentListMemories
{
    private readonly UserManager<IUser> _users;

    /// <summary>Asks the users of the tenant.</summary>
    public ContentListMemories(UserManager<IUser> users) => _users = users;

    /// <summary>What is remembered; nothing for somebody who is no user.</summary>
    public async Task<ContentListMemory> ReadAsync(ClaimsPrincipal principal) =>
        await FindAsync(principal) is { } user ? user.GetOrCreate<ContentListMemory>() : new ContentListMemory();

    /// <summary>Changes what is remembered.</summary>
    public async Task ChangeAsync(ClaimsPrincipal principal, Action<ContentListMemory> change)
    {
        if (await FindAsync(principal) is not { } user)
        {
            return;
        }

        var memory = user.GetOrCreate<ContentListMemory>();
        change(memory);
        user.Put(memory);
        await _users.UpdateAsync(user);
    }

    private async Task<User?> FindAsync(ClaimsPrincipal principal) => await _users.GetUserAsync(principal) as User;
}
