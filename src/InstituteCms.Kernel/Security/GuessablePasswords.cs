using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using OrchardCore.Settings;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace InstituteCms.Kernel.Security;

/// <summary>
/// Refuses what is guessed first: little variety, keys in a row, the person's or the site's own names. It needs no list of stolen passwords,
/// and nothing about a password leaves the site (NIST SP 800-63B-4, 3.1.1.2).
/// </summary>
internal sealed class GuessablePasswords : IPasswordValidator<IUser>
{
    private const int LeastVariety = 5;
    private const int LeastBesideNames = 8;

    private static readonly string[] _rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

    private readonly ISiteService _sites;
    private readonly IStringLocalizer S;

    public GuessablePasswords(ISiteService sites, IStringLocalizer<GuessablePasswords> localizer) => (_sites, S) = (sites, localizer);

    public async Task<IdentityResult> ValidateAsync(UserManager<IUser> manager, IUser user, string? password)
    {
        string?[] names = [user.UserName, (user as User)?.Email?.Split('@')[0], (await _sites.GetSiteSettingsAsync()).SiteName, "password"];
        return IsGuessable(password ?? string.Empty, names)
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordGuessable", Description = S["This is easily guessed. Take a few words that have nothing to do with each other, with you or with this site."] })
            : IdentityResult.Success;
    }

    /// <summary>Whether it would be among the first that are tried.</summary>
    internal static bool IsGuessable(string password, IEnumerable<string?> names)
    {
        var rest = Plain(password);
        foreach (var name in names.Select(Plain).Where(name => name.Length > 2))
        {
            rest = rest.Replace(name, string.Empty, StringComparison.Ordinal);
        }

        var isNamed = rest.Length < Plain(password).Length && rest.Length < LeastBesideNames;
        return isNamed || Plain(password).Distinct().Count() < LeastVariety || IsInRow(Plain(password));
    }

    /// <summary>Whether it consists of pieces of rows, there or back: <c>abcdefqwerty</c>, <c>987654321012</c>.</summary>
    private static bool IsInRow(string password)
    {
        var steps = password.Zip(password.Skip(1), (one, next) => $"{one}{next}").ToList();
        var inRow = steps.Count(step => _rows.Any(row => row.Contains(step, StringComparison.Ordinal) || row.Contains($"{step[1]}{step[0]}", StringComparison.Ordinal)));
        return inRow >= steps.Count * 0.8;
    }

    private static string Plain(string? text) => string.Concat((text ?? string.Empty).Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
}
