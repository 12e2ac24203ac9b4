namespace InstituteCms.Webhooks;

/// <summary>A message that waits.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Subject">What it is about: of one subject, messages keep their order.</param>
/// <param name="NotBeforeUtc">When it may be sent.</param>
public readonly record struct WaitingMessage(long Id, string Subject, DateTime NotBeforeUtc);

/// <summary>Says which message goes next.</summary>
public static class WebhookOrder
{
    /// <summary>Messages that may go now, in order: none overtakes another about the same subject.</summary>
    /// <param name="waiting">All that wait for one place, the oldest first.</param>
    /// <param name="nowUtc">Now.</param>
    public static IEnumerable<WaitingMessage> Next(IEnumerable<WaitingMessage> waiting, DateTime nowUtc)
    {
        var held = new HashSet<string>();
        foreach (var message in waiting)
        {
            if (held.Contains(message.Subject))
            {
                continue;
            }

            if (message.NotBeforeUtc <= nowUtc)
            {
                yield return message;
            }

            held.Add(message.Subject); // One at a time: whether the next may follow shows when this one was taken.
        }
    }
}
