using YesSql.Indexes;

namespace InstituteCms.Previews;

/// <summary>Lets somebody without an account look at an item as it is, until it ends. The secret in the address is stored as a hash only.</summary>
public sealed class PreviewLink
{
    public long Id { get; set; }

    public string ContentItemId { get; set; } = "";

    public string TokenHash { get; set; } = "";

    /// <summary>Name of who made it.</summary>
    public string MadeBy { get; set; } = "";

    public DateTime CreatedUtc { get; set; }

    /// <summary>First instant at which it no longer works.</summary>
    public DateTime ExpiresUtc { get; set; }
}

/// <summary>Finds a link by its hash, and those to an item.</summary>
public sealed class PreviewLinkIndex : MapIndex
{
    public string ContentItemId { get; set; } = "";

    public string TokenHash { get; set; } = "";

    public DateTime ExpiresUtc { get; set; }
}

/// <summary>Fills it.</summary>
public sealed class PreviewLinkIndexProvider : IndexProvider<PreviewLink>
{
    public override void Describe(DescribeContext<PreviewLink> context) =>
        context.For<PreviewLinkIndex>().Map(link => new PreviewLinkIndex
        {
            ContentItemId = link.ContentItemId,
            TokenHash = link.TokenHash,
            ExpiresUtc = link.ExpiresUtc,
        });
}
