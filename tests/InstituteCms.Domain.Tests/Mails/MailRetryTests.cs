using InstituteCms.Mails;
using Xunit;

namespace InstituteCms.Domain.Tests.Mails;

public sealed class MailRetryTests
{
    private static readonly DateTime _queued = new(2030, 4, 1, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(MailProblem.Recipient)]
    [InlineData(MailProblem.Refused)]
    public void What_is_refused_for_good_is_given_up_at_once(MailProblem problem) =>
        Assert.Null(MailRetry.NextUtc(problem, attempts: 1, troubles: 0, _queued, _queued));

    [Fact]
    public void A_busy_server_is_left_alone_for_longer_and_longer_and_given_up_after_a_day_and_a_half()
    {
        var now = _queued;
        var pauses = new List<TimeSpan>();
        for (var attempts = 1; MailRetry.NextUtc(MailProblem.Busy, attempts, 0, _queued, now) is { } next; attempts++)
        {
            pauses.Add(next - now);
            now = next;
        }

        Assert.Equal(MailRetry.MaxAttempts - 1, pauses.Count);
        Assert.Equal(pauses.Order(), pauses);
        Assert.Equal(TimeSpan.FromMinutes(1), pauses[0]);
        Assert.Equal(TimeSpan.FromHours(6), pauses[^1]);
        Assert.InRange(now - _queued, TimeSpan.FromDays(1), TimeSpan.FromDays(2));
    }

    [Fact]
    public void A_server_that_is_away_uses_up_no_attempts_but_in_the_end_the_days()
    {
        Assert.Equal(
            _queued + TimeSpan.FromDays(4) + TimeSpan.FromMinutes(15),
            MailRetry.NextUtc(MailProblem.Connection, MailRetry.MaxAttempts, troubles: 400, _queued, _queued + TimeSpan.FromDays(4)));
        Assert.Null(MailRetry.NextUtc(MailProblem.SignIn, 0, troubles: 500, _queued, _queued + MailRetry.LongestWait));
    }
}
