using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Localization;
using YesSql;

namespace InstituteCms.Mails;

/// <summary>Says how many mails wait, and whether some were given up: their readers wait in vain.</summary>
public sealed class MailOutboxHealth : IHealthCheck
{
    private readonly ISession _session;
    private readonly IStringLocalizer S;

    public MailOutboxHealth(ISession session, IStringLocalizer<MailOutboxHealth> localizer)
    {
        _session = session;
        S = localizer;
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var waiting = await _session.QueryIndex<OutboxIndex>(message => message.DueUtc != null).CountAsync(cancellationToken);
        var failed = await _session.QueryIndex<OutboxIndex>(message => message.Status == nameof(OutboxStatus.Failed)).CountAsync(cancellationToken);
        var words = S["{0} mails wait to be sent, {1} were given up.", waiting, failed].Value;
        return failed == 0 ? HealthCheckResult.Healthy(words) : HealthCheckResult.Degraded(words);
    }
}
