namespace InstituteCms.Kernel.Headless.GraphQL;

/// <summary>Limits of queries, from the configuration's section <c>OrchardCore_Apis_GraphQL</c>.</summary>
internal sealed class GraphQLSettings
{
    /// <summary>Fields inside of fields.</summary>
    public int MaxDepth { get; set; } = 20;

    /// <summary>Fields of the answer, by what a query says of its lists.</summary>
    public int MaxComplexity { get; set; } = 50_000;

    /// <summary>Items of a list that does not say how many.</summary>
    public int DefaultNumberOfResults { get; set; } = 100;

    /// <summary>Items of a list.</summary>
    public int MaxNumberOfResults { get; set; } = 1_000;

    /// <summary>Bytes of a request.</summary>
    public int MaxRequestBytes { get; set; } = 64 * 1024;

    /// <summary>Comparisons of one filter.</summary>
    public int MaxComparisons { get; set; } = 100;

    /// <summary>Seconds after which a query is given up.</summary>
    public int TimeoutSeconds { get; set; } = 10;
}
