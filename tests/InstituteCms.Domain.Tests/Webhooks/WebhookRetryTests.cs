using InstituteCms.Webhooks;
using Xunit;

namespace InstituteCms.Domain.Tests.Webhooks;

public sealed class WebhookRetryTests
{
    private static readonly DateTime _now = new(2030, 4, 1, 9, 0, 0, DateTimeKind.Utc);
    private static readonly WebhookAnswer _unavailable = new(WebhookProblem.Unavailable, 500);

    [Fact]
    public void Pauses_grow_and_end_after_a_day_and_a_bit()
    {
        var now = _now;
        var pauses = new List<TimeSpan>();
        for (var attempts = 1; WebhookRetry.NextUtc(attempts, _unavailable, now) is { } next; attempts++)
        {
            pauses.Add(next - now);
            now = next;
        }

        Assert.Equal(WebhookRetry.MaxAttempts - 1, pauses.Count);
        Assert.Equal(pauses.Order(), pauses);
        Assert.InRange(now - _now, TimeSpan.FromDays(1), TimeSpan.FromDays(2));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(30, 1)]
    [InlineData(600, 10)]
    [InlineData(999_999, 600)]
    public void Wish_to_be_left_alone_is_heeded_within_reason(int seconds, int minutes) =>
        Assert.Equal(_now.AddMinutes(minutes), WebhookRetry.NextUtc(1, _unavailable with { RetryAfter = TimeSpan.FromSeconds(seconds) }, _now));

    [Fact]
    public void Who_is_gone_for_good_is_not_tried_again()
    {
        var gone = new WebhookAnswer(WebhookProblem.Gone, 410);

        Assert.Null(WebhookRetry.NextUtc(1, gone, _now));
        Assert.True(WebhookRetry.IsHopeless(gone, isGivenUp: true, _now, _now));
    }

    [Theory]
    [InlineData(true, 3, true)]
    [InlineData(true, 2, false)]
    [InlineData(false, 30, false)] // One bad moment after a quiet month is no reason.
    public void Place_is_given_up_with_a_message_that_ends_days_of_failures(bool isGivenUp, int days, bool isHopeless) =>
        Assert.Equal(isHopeless, WebhookRetry.IsHopeless(_unavailable, isGivenUp, _now.AddDays(-days), _now));

    [Theory]
    [InlineData(204, WebhookProblem.None)]
    [InlineData(307, WebhookProblem.Redirected)]
    [InlineData(400, WebhookProblem.Refused)]
    [InlineData(410, WebhookProblem.Gone)]
    [InlineData(429, WebhookProblem.Unavailable)]
    [InlineData(503, WebhookProblem.Unavailable)]
    public void Status_says_what_went_wrong(int status, WebhookProblem problem) => Assert.Equal(problem, WebhookAnswer.ProblemOf(status));
}
