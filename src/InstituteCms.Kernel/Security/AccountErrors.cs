using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace InstituteCms.Kernel.Security;

/// <summary>Says what is wrong with an account in the language of whoever fills in the form.</summary>
internal sealed class AccountErrors : IdentityErrorDescriber
{
    private readonly IStringLocalizer S;

    public AccountErrors(IStringLocalizer<AccountErrors> localizer) => S = localizer;

    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure), S["Somebody else changed this user meanwhile. Try again."]);

    public override IdentityError DuplicateEmail(string email) => Say(nameof(DuplicateEmail), S["There is a user with the address “{0}” already.", email]);

    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), S["There is a user called “{0}” already.", userName]);

    public override IdentityError InvalidEmail(string? email) => Say(nameof(InvalidEmail), S["“{0}” is not an e-mail address.", email ?? string.Empty]);

    public override IdentityError InvalidUserName(string? userName) =>
        Say(nameof(InvalidUserName), S["A user name consists of letters a to z, digits and the signs - . _ @ +."]);

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), S["This is not your current password."]);

    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), S["A password has at least {0} characters.", length]);

    private static IdentityError Say(string code, string description) => new() { Code = code, Description = description };
}
