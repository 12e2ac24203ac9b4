using GraphQL.Types;
using InstituteCms.Events;
using InstituteCms.ForumReports;
using Microsoft.Extensions.Localization;
using OrchardCore.Apis.GraphQL.Queries;
using OrchardCore.ContentManagement.GraphQL.Queries;

namespace InstituteCms.GraphQL;

/// <summary>What events are filtered by.</summary>
public sealed class EventPartInputType : WhereInputObjectGraphType<EventPart>
{
    public EventPartInputType(IStringLocalizer<EventPartInputType> localizer)
        : base(localizer)
    {
        Name = nameof(EventPart) + "Input";
        Description = "What is announced about the event.";
        AddScalarFilterFields<StringGraphType>("series", "the series the event belongs to");
        AddScalarFilterFields<StringGraphType>("status", "whether it takes place as announced: Scheduled, Postponed, MovedOnline or Cancelled");
        AddScalarFilterFields<DateTimeGraphType>("startUtc", "the start");
        AddScalarFilterFields<DateTimeGraphType>("endUtc", "the end");
        AddScalarFilterFields<StringGraphType>("languages", "language tags, each between commas");
    }
}

/// <summary>What reports are filtered by.</summary>
public sealed class ForumReportPartInputType : WhereInputObjectGraphType<ForumReportPart>
{
    public ForumReportPartInputType(IStringLocalizer<ForumReportPartInputType> localizer)
        : base(localizer)
    {
        Name = nameof(ForumReportPart) + "Input";
        Description = "The account of one event.";
        AddScalarFilterFields<StringGraphType>("eventId", "the content item id of the event");
    }
}

/// <summary>The indexes behind the filters.</summary>
public sealed class SeminarIndexAliases : IIndexAliasProvider
{
    private static readonly IndexAlias[] _aliases =
    [
        new() { Alias = "eventPart", Index = nameof(EventPartIndex), IndexType = typeof(EventPartIndex) },
        new() { Alias = "forumReportPart", Index = nameof(ForumReportPartIndex), IndexType = typeof(ForumReportPartIndex) },
    ];

    public ValueTask<IEnumerable<IndexAlias>> GetAliasesAsync() => ValueTask.FromResult<IEnumerable<IndexAlias>>(_aliases);
}
