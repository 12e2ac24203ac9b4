using YesSql.Indexes;

namespace InstituteCms.Webhooks;

/// <summary>A program of somebody's that is told what happens on the site.</summary>
public sealed class WebhookEndpoint
{
    public long Id { get; set; }

    /// <summary>Where messages are posted to.</summary>
    public string Url { get; set; } = "";

    /// <summary>Whose it is and what for, in an administrator's words.</summary>
    public string Description { get; set; } = "";

    /// <summary>What it is told of.</summary>
    public IList<WebhookKind> Kinds { get; set; } = [];

    /// <summary>The newest first; those that have been replaced sign on for a while.</summary>
    public IList<WebhookEndpointSecret> Secrets { get; set; } = [];

    /// <summary>Address of this site when it was set up: what messages say about addresses begins with it.</summary>
    public string SiteUrl { get; set; } = "";

    /// <summary>Since when it is told; <see langword="null"/> while it is switched off.</summary>
    public DateTime? ActiveSinceUtc { get; set; }

    /// <summary>Since when it has taken nothing; <see langword="null"/> while it does.</summary>
    public DateTime? FailingSinceUtc { get; set; }

    /// <summary>When the site itself switched it off, because it took nothing for long.</summary>
    public DateTime? GivenUpUtc { get; set; }

    public DateTime CreatedUtc { get; set; }

    /// <summary>User name of who set it up.</summary>
    public string CreatedBy { get; set; } = "";

    public bool IsActive => ActiveSinceUtc is not null;

    /// <summary>Switches it on or off; what was said of it before is forgotten.</summary>
    public void Switch(bool on, DateTime nowUtc)
    {
        (FailingSinceUtc, GivenUpUtc) = (null, null);
        ActiveSinceUtc = on ? ActiveSinceUtc ?? nowUtc : null;
    }

    /// <summary>Notes how an attempt went; true where the site gives the place up.</summary>
    /// <param name="answer">What came of it.</param>
    /// <param name="isGivenUp">Whether the message is given up.</param>
    /// <param name="nowUtc">Now.</param>
    public bool Note(WebhookAnswer answer, bool isGivenUp, DateTime nowUtc)
    {
        FailingSinceUtc = answer.Problem == WebhookProblem.None ? null : FailingSinceUtc ?? nowUtc;
        if (!IsActive || FailingSinceUtc is not { } since || !WebhookRetry.IsHopeless(answer, isGivenUp, since, nowUtc))
        {
            return false;
        }

        (ActiveSinceUtc, GivenUpUtc) = (null, nowUtc);
        return true;
    }
}

/// <summary>A secret that messages are signed with.</summary>
public sealed class WebhookEndpointSecret
{
    /// <summary>Encrypted with the site's keys: signing needs the secret itself, so a hash would not do.</summary>
    public string Protected { get; set; } = "";

    public DateTime CreatedUtc { get; set; }

    /// <summary>When it signs no more; <see langword="null"/> for the one that holds.</summary>
    public DateTime? EndsUtc { get; set; }
}

/// <summary>Finds those that are told.</summary>
public sealed class WebhookEndpointIndex : MapIndex
{
    public bool IsActive { get; set; }

    /// <summary>When the site gave it up.</summary>
    public DateTime? GivenUpUtc { get; set; }

    public DateTime CreatedUtc { get; set; }
}

/// <summary>Fills it.</summary>
public sealed class WebhookEndpointIndexProvider : IndexProvider<WebhookEndpoint>
{
    public override void Describe(DescribeContext<WebhookEndpoint> context) =>
        context.For<WebhookEndpointIndex>().Map(endpoint => new WebhookEndpointIndex
        {
            IsActive = endpoint.IsActive,
            GivenUpUtc = endpoint.GivenUpUtc,
            CreatedUtc = endpoint.CreatedUtc,
        });
}
