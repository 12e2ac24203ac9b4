using InstituteCms.Registrations;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Modules;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using YesSql;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Admin.Users.Invitations;

/// <summary>Makes invitations and lets each be used once.</summary>
public sealed class InvitationDesk
{
    private readonly ISession _session;
    private readonly UserManager<IUser> _users;
    private readonly IClock _clock;

    /// <summary>Works on the scope's session.</summary>
    public InvitationDesk(ISession session, UserManager<IUser> users, IClock clock) => (_session, _users, _clock) = (session, users, clock);

    /// <summary>Those that were not used, the newest last.</summary>
    public async Task<IReadOnlyList<Invitation>> ListAsync() => [.. await _session.Query<Invitation, InvitationIndex>().ListAsync()];

    /// <summary>Makes an invitation; an earlier one to the same address is void.</summary>
    public async Task<(Invitation Invitation, PersonalToken Secret)> InviteAsync(string email, IEnumerable<string> roles, string invitedBy)
    {
        var address = email.ToUpperInvariant();
        foreach (var earlier in await _session.Query<Invitation, InvitationIndex>(index => index.NormalizedEmail == address).ListAsync())
        {
            _session.Delete(earlier);
        }

        var secret = PersonalToken.Create();
        var invitation = new Invitation
        {
            Email = email, RoleNames = [.. roles], TokenHash = secret.Hash, InvitedBy = invitedBy, ExpiresUtc = _clock.UtcNow.AddDays(Invitation.ValidDays),
        };
        await _session.SaveAsync(invitation);
        return (invitation, secret);
    }

    /// <summary>The invitation that a link opens, or null where there is none (any more).</summary>
    public async Task<Invitation?> FindAsync(string token)
    {
        if (!PersonalToken.TryParse(token, out var secret))
        {
            return null;
        }

        var hash = secret.Hash;
        var invitation = await _session.Query<Invitation, InvitationIndex>(index => index.TokenHash == hash).FirstOrDefaultAsync();
        return invitation is not null && _clock.UtcNow < invitation.ExpiresUtc ? invitation : null;
    }

    /// <summary>Makes the account and uses the invitation up. Of two attempts at once one fails.</summary>
    public async Task<(User User, IdentityResult Result)> AcceptAsync(Invitation invitation, string userName, string password)
    {
        var user = new User { UserName = userName, Email = invitation.Email, EmailConfirmed = true, RoleNames = [.. invitation.RoleNames] };
        try
        {
            invitation.TokenHash = string.Empty;
            await _session.SaveAsync(invitation, checkConcurrency: true);
            await _session.FlushAsync();
        }
        catch (ConcurrencyException)
        {
            return (user, IdentityResult.Failed(_users.ErrorDescriber.ConcurrencyFailure()));
        }

        var result = await _users.CreateAsync(user, password);
        if (result.Succeeded)
        {
            _session.Delete(invitation);
        }

        return (user, result);
    }

    /// <summary>Takes an invitation back.</summary>
    public async Task<Invitation?> WithdrawAsync(long id)
    {
        if (await _session.GetAsync<Invitation>(id) is not { } invitation)
        {
            return null;
        }

        _session.Delete(invitation);
        return invitation;
    }
}
