using YesSql.Indexes;

namespace InstituteCms.Webhooks;

/// <summary>Where a message stands. Names and numbers are stored: neither ever changes.</summary>
public enum WebhookStatus
{
    Waiting,

    /// <summary>On its way just now.</summary>
    Sending,
    Taken,

    /// <summary>Given up; can be sent again by hand.</summary>
    Failed,
}

/// <summary>What one endpoint is told, written in the transaction whose outcome it tells.</summary>
public sealed class WebhookMessage
{
    private const int AttemptsKept = 10;

    public long Id { get; set; }

    /// <summary>Document id of the <see cref="WebhookEndpoint"/>.</summary>
    public long EndpointId { get; set; }

    /// <summary>The header <c>webhook-id</c>: the same at every attempt, also by hand.</summary>
    public string MessageId { get; set; } = "";

    public WebhookKind Kind { get; set; }

    /// <summary>Content item id of what it is about; empty for a test.</summary>
    public string Subject { get; set; } = "";

    /// <summary>Its title then.</summary>
    public string Title { get; set; } = "";

    /// <summary>The body, as it is sent every time.</summary>
    public string Body { get; set; } = "";

    public WebhookStatus Status { get; set; }

    public DateTime CreatedUtc { get; set; }

    /// <summary>When it may be sent, or sent again.</summary>
    public DateTime NextAttemptUtc { get; set; }

    /// <summary>Attempts that failed, since it was written or somebody had it sent again.</summary>
    public int Failures { get; set; }

    /// <summary>What came of the last attempts, the latest first.</summary>
    public IList<WebhookAttempt> Attempts { get; set; } = [];

    /// <summary>Whether somebody can have it sent again.</summary>
    public bool MayBeSentAgain => Status is WebhookStatus.Taken or WebhookStatus.Failed;

    /// <summary>Puts it back among those that wait.</summary>
    public void SendAgain(DateTime nowUtc) => (Status, Failures, NextAttemptUtc) = (WebhookStatus.Waiting, 0, nowUtc);

    /// <summary>Notes what came of an attempt.</summary>
    public void Note(WebhookAnswer answer, DateTime startedUtc, int milliseconds, DateTime nowUtc)
    {
        Attempts.Insert(0, new() { AtUtc = startedUtc, Problem = answer.Problem, HttpStatus = answer.Status, Words = answer.Words, Milliseconds = milliseconds });
        while (Attempts.Count > AttemptsKept)
        {
            Attempts.RemoveAt(AttemptsKept);
        }

        if (answer.Problem == WebhookProblem.None)
        {
            Status = WebhookStatus.Taken;
            return;
        }

        Failures++;
        var nextUtc = Kind == WebhookKind.Test ? null : WebhookRetry.NextUtc(Failures, answer, nowUtc); // Whoever tests looks at the answer.
        (Status, NextAttemptUtc) = nextUtc is { } next ? (WebhookStatus.Waiting, next) : (WebhookStatus.Failed, nowUtc);
    }
}

/// <summary>What came of one attempt.</summary>
public sealed class WebhookAttempt
{
    public DateTime AtUtc { get; set; }

    public WebhookProblem Problem { get; set; }

    /// <summary>The answer's status; <see langword="null"/> where there was none.</summary>
    public int? HttpStatus { get; set; }

    /// <summary>The answer's first characters.</summary>
    public string Words { get; set; } = "";

    public int Milliseconds { get; set; }
}

/// <summary>Finds messages that wait, and those to an endpoint.</summary>
public sealed class WebhookMessageIndex : MapIndex
{
    public long DocumentId { get; set; }

    public long EndpointId { get; set; }

    public string Subject { get; set; } = "";

    /// <summary>Name of the <see cref="WebhookStatus"/>.</summary>
    public string Status { get; set; } = "";

    /// <summary>When it may be sent; <see langword="null"/> once it was taken or given up.</summary>
    public DateTime? DueUtc { get; set; }

    public DateTime CreatedUtc { get; set; }
}

/// <summary>Fills it.</summary>
public sealed class WebhookMessageIndexProvider : IndexProvider<WebhookMessage>
{
    public override void Describe(DescribeContext<WebhookMessage> context) =>
        context.For<WebhookMessageIndex>().Map(message => new WebhookMessageIndex
        {
            EndpointId = message.EndpointId,
            Subject = message.Subject,
            Status = message.Status.ToString(),
            DueUtc = message.Status is WebhookStatus.Taken or WebhookStatus.Failed ? null : message.NextAttemptUtc,
            CreatedUtc = message.CreatedUtc,
        });
}
