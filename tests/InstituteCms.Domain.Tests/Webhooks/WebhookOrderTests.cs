using InstituteCms.Webhooks;
using Xunit;

namespace InstituteCms.Domain.Tests.Webhooks;

public sealed class WebhookOrderTests
{
    private static readonly DateTime _now = new(2030, 4, 1, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Nothing_overtakes_an_earlier_message_about_the_same_event()
    {
        WaitingMessage[] waiting = [new(1, "a", _now.AddMinutes(5)), new(2, "b", _now), new(3, "a", _now), new(4, "b", _now), new(5, "c", _now)];

        Assert.Equal([2, 5], WebhookOrder.Next(waiting, _now).Select(message => message.Id));
        Assert.Equal([1, 2, 5], WebhookOrder.Next(waiting, _now.AddMinutes(5)).Select(message => message.Id));
    }

    [Theory]
    [InlineData(false, false, false, true, WebhookKind.EventPublished)]
    [InlineData(false, false, true, true, WebhookKind.EventPublished)]
    [InlineData(true, false, true, true, WebhookKind.EventCancelled)]
    [InlineData(true, true, true, true, WebhookKind.EventChanged)]
    [InlineData(true, true, false, true, WebhookKind.EventChanged)]
    [InlineData(true, false, false, false, null)]
    public void Publishing_is_told_for_what_it_means_to_visitors(bool wasPublic, bool wasCancelled, bool isCancelled, bool isDifferent, WebhookKind? kind) =>
        Assert.Equal(kind, WebhookKinds.OfPublishedEvent(wasPublic, wasCancelled, isCancelled, isDifferent));
}
