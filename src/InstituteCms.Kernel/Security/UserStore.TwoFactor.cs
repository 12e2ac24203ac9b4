using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace InstituteCms.Kernel.Security;

/// <summary>The second factor: the authenticator's key, and hashes of the recovery codes. Both are stored under data protection.</summary>
internal sealed partial class UserStore : IUserTwoFactorStore<IUser>, IUserAuthenticatorKeyStore<IUser>, IUserTwoFactorRecoveryCodeStore<IUser>
{
    private const string Provider = "[OrchardCoreUserStore]";
    private const string AuthenticatorKey = "AuthenticatorKey";
    private const string RecoveryCodes = "RecoveryCodes";

    public Task<bool> GetTwoFactorEnabledAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(((User)user).TwoFactorEnabled);

    public Task SetTwoFactorEnabledAsync(IUser user, bool enabled, CancellationToken cancellationToken) => Change(user, u => u.TwoFactorEnabled = enabled);

    public Task<string?> GetAuthenticatorKeyAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(Token(user, AuthenticatorKey));

    public Task SetAuthenticatorKeyAsync(IUser user, string key, CancellationToken cancellationToken) => SetToken(user, AuthenticatorKey, key);

    public Task ReplaceCodesAsync(IUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        SetToken(user, RecoveryCodes, string.Join(';', recoveryCodes.Select(Hash)));

    public async Task<bool> RedeemCodeAsync(IUser user, string code, CancellationToken cancellationToken)
    {
        var hashes = Hashes(user);
        var left = hashes.Where(hash => hash != Hash(code)).ToArray();
        if (left.Length == hashes.Length)
        {
            return false;
        }

        await SetToken(user, RecoveryCodes, string.Join(';', left));
        return true;
    }

    public Task<int> CountCodesAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(Hashes(user).Length);

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant())));

    private string[] Hashes(IUser user) => Token(user, RecoveryCodes)?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [];

    // What another site's keys have protected is replaced by what nobody knows: the second factor is asked for, and lets nobody in.
    private string? Token(IUser user, string name)
    {
        try
        {
            return ((User)user).UserTokens.FirstOrDefault(token => token.LoginProvider == Provider && token.Name == name) is { } token
                ? _protector.Unprotect(token.Value)
                : null;
        }
        catch (CryptographicException)
        {
            return RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 32);
        }
    }

    private Task SetToken(IUser user, string name, string value) => Change(user, u => u.UserTokens =
    [
        .. u.UserTokens.Where(token => token.LoginProvider != Provider || token.Name != name),
        new UserToken { LoginProvider = Provider, Name = name, Value = _protector.Protect(value) },
    ]);
}
