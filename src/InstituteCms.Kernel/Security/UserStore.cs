using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using OrchardCore;
using OrchardCore.Users;
using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Security;

/// <summary>
/// Users as documents. Every write is checked against the version read and flushed at once: of two attempts to sign in at the same
/// moment only one counts, and the other fails, so that guessing in parallel gains nothing.
/// </summary>
internal sealed partial class UserStore :
    IUserPasswordStore<IUser>, IUserEmailStore<IUser>, IUserRoleStore<IUser>, IUserLockoutStore<IUser>, IUserSecurityStampStore<IUser>
{
    private readonly ISession _session;
    private readonly IdentityErrorDescriber _errors;
    private readonly IDataProtector _protector;

    public UserStore(ISession session, IdentityErrorDescriber errors, IDataProtectionProvider protection)
    {
        _session = session;
        _errors = errors;
        _protector = protection.CreateProtector("OrchardCore.UserStore.Token");
    }

    public async Task<IdentityResult> CreateAsync(IUser user, CancellationToken cancellationToken)
    {
        ((User)user).UserId ??= IdGenerator.GenerateId();
        return await WriteAsync(user, cancellationToken);
    }

    public Task<IdentityResult> UpdateAsync(IUser user, CancellationToken cancellationToken) => WriteAsync(user, cancellationToken);

    public async Task<IdentityResult> DeleteAsync(IUser user, CancellationToken cancellationToken)
    {
        _session.Delete(user);
        await _session.FlushAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        await _session.Query<User, UserIndex>(index => index.UserId == userId).FirstOrDefaultAsync(cancellationToken);

    public async Task<IUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        await _session.Query<User, UserIndex>(index => index.NormalizedUserName == normalizedUserName).FirstOrDefaultAsync(cancellationToken);

    public async Task<IUser?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        await _session.Query<User, UserIndex>(index => index.NormalizedEmail == normalizedEmail).FirstOrDefaultAsync(cancellationToken);

    public async Task<IList<IUser>> GetUsersInRoleAsync(string roleName, CancellationToken cancellationToken) =>
        (await _session.Query<User, UserIndex>().ListAsync(cancellationToken))
            .Where(user => Has(user, roleName))
            .ToList<IUser>();

    public Task<string> GetUserIdAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(((User)user).UserId);

    public Task<string?> GetUserNameAsync(IUser user, CancellationToken cancellationToken) => Read(user, u => u.UserName);

    public Task SetUserNameAsync(IUser user, string? userName, CancellationToken cancellationToken) => Change(user, u => u.UserName = userName);

    public Task<string?> GetNormalizedUserNameAsync(IUser user, CancellationToken cancellationToken) => Read(user, u => u.NormalizedUserName);

    public Task SetNormalizedUserNameAsync(IUser user, string? normalizedName, CancellationToken cancellationToken) =>
        Change(user, u => u.NormalizedUserName = normalizedName);

    public Task<string?> GetEmailAsync(IUser user, CancellationToken cancellationToken) => Read(user, u => u.Email);

    public Task SetEmailAsync(IUser user, string? email, CancellationToken cancellationToken) => Change(user, u => u.Email = email);

    public Task<string?> GetNormalizedEmailAsync(IUser user, CancellationToken cancellationToken) => Read(user, u => u.NormalizedEmail);

    public Task SetNormalizedEmailAsync(IUser user, string? normalizedEmail, CancellationToken cancellationToken) =>
        Change(user, u => u.NormalizedEmail = normalizedEmail);

    public Task<bool> GetEmailConfirmedAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(((User)user).EmailConfirmed);

    public Task SetEmailConfirmedAsync(IUser user, bool confirmed, CancellationToken cancellationToken) => Change(user, u => u.EmailConfirmed = confirmed);

    public Task<string?> GetPasswordHashAsync(IUser user, CancellationToken cancellationToken) => Read(user, u => u.PasswordHash);

    public Task SetPasswordHashAsync(IUser user, string? passwordHash, CancellationToken cancellationToken) => Change(user, u => u.PasswordHash = passwordHash);

    public Task<bool> HasPasswordAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(((User)user).PasswordHash is not null);

    public Task<string?> GetSecurityStampAsync(IUser user, CancellationToken cancellationToken) => Read(user, u => u.SecurityStamp ?? string.Empty);

    public Task SetSecurityStampAsync(IUser user, string stamp, CancellationToken cancellationToken) => Change(user, u => u.SecurityStamp = stamp);

    public Task AddToRoleAsync(IUser user, string roleName, CancellationToken cancellationToken) => Change(user, u => u.RoleNames.Add(roleName));

    public Task RemoveFromRoleAsync(IUser user, string roleName, CancellationToken cancellationToken) =>
        Change(user, u => u.RoleNames = [.. u.RoleNames.Where(name => !Same(name, roleName))]);

    public Task<IList<string>> GetRolesAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(((User)user).RoleNames);

    public Task<bool> IsInRoleAsync(IUser user, string roleName, CancellationToken cancellationToken) => Task.FromResult(Has((User)user, roleName));

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(IUser user, CancellationToken cancellationToken) =>
        Task.FromResult(((User)user).LockoutEndUtc is { } end ? new DateTimeOffset(DateTime.SpecifyKind(end, DateTimeKind.Utc)) : (DateTimeOffset?)null);

    public Task SetLockoutEndDateAsync(IUser user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) =>
        Change(user, u => u.LockoutEndUtc = lockoutEnd?.UtcDateTime);

    public Task<int> IncrementAccessFailedCountAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(++((User)user).AccessFailedCount);

    public Task ResetAccessFailedCountAsync(IUser user, CancellationToken cancellationToken) => Change(user, u => u.AccessFailedCount = 0);

    public Task<int> GetAccessFailedCountAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(((User)user).AccessFailedCount);

    public Task<bool> GetLockoutEnabledAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(((User)user).IsLockoutEnabled);

    public Task SetLockoutEnabledAsync(IUser user, bool enabled, CancellationToken cancellationToken) => Change(user, u => u.IsLockoutEnabled = enabled);

    /// <summary>Nothing: the session is the scope's.</summary>
    public void Dispose()
    {
    }

    private static Task<string?> Read(IUser user, Func<User, string?> value) => Task.FromResult(value((User)user));

    private static Task Change(IUser user, Action<User> change)
    {
        change((User)user);
        return Task.CompletedTask;
    }

    // UserManager asks in capitals.
    private static bool Has(User user, string roleName) => user.RoleNames.Any(name => Same(name, roleName));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private async Task<IdentityResult> WriteAsync(IUser user, CancellationToken cancellationToken)
    {
        try
        {
            await _session.SaveAsync(user, checkConcurrency: true, null, cancellationToken);
            await _session.FlushAsync(cancellationToken);
            return IdentityResult.Success;
        }
        catch (ConcurrencyException)
        {
            return IdentityResult.Failed(_errors.ConcurrencyFailure());
        }
    }
}
