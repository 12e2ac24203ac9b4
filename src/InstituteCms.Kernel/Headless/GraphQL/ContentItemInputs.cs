using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.Localization;
using OrchardCore.Apis.GraphQL.Queries;

namespace InstituteCms.Kernel.Headless.GraphQL;

/// <summary>What items of one type are filtered by.</summary>
internal sealed class ContentItemWhere : WhereInputObjectGraphType<object>
{
    private const string PartName = nameof(PartName);

    public ContentItemWhere(string contentType, IStringLocalizer localizer)
        : base(localizer)
    {
        Name = contentType + "WhereInput";
        Description = $"Filters items of the type {contentType}.";
        AddScalarFilterFields<StringGraphType>("contentItemId", "content item id");
        AddScalarFilterFields<StringGraphType>("contentItemVersionId", "the content item version id");
        AddScalarFilterFields<StringGraphType>("displayText", "the display text of the content item");
        AddScalarFilterFields<DateTimeGraphType>("createdUtc", "the date and time of creation");
        AddScalarFilterFields<DateTimeGraphType>("modifiedUtc", "the date and time of modification");
        AddScalarFilterFields<DateTimeGraphType>("publishedUtc", "the date and time of publication");
        foreach (var (name, meaning) in new[] { ("OR", "any of these holds"), ("AND", "all of these hold"), ("NOT", "not all of these hold") })
        {
            AddField(new FieldType { Name = name, Description = meaning, ResolvedType = new ListGraphType(this) });
        }
    }

    public void AddPart(string name, IInputObjectGraphType filter) =>
        AddField(new FieldType { Name = GraphQLNames.OfPart(name), Description = filter.Description, Type = filter.GetType() }.WithMetadata(PartName, name));

    /// <summary>The part whose filter a field is; null for other fields.</summary>
    public string? PartOf(string fieldName) => Fields.Find(fieldName)?.GetMetadata<string?>(PartName);
}

/// <summary>What items are sorted by.</summary>
internal sealed class ContentItemOrder : InputObjectGraphType
{
    public ContentItemOrder(string contentType, OrderByDirectionType direction)
    {
        Name = contentType + "OrderByInput";
        foreach (var name in new[] { "contentItemId", "contentItemVersionId", "displayText", "createdUtc", "modifiedUtc", "publishedUtc" })
        {
            AddField(new FieldType { Name = name, ResolvedType = direction });
        }
    }
}

/// <summary>Which way.</summary>
internal sealed class OrderByDirectionType : EnumerationGraphType
{
    public OrderByDirectionType()
    {
        Name = "OrderByDirection";
        Description = "The order by direction.";
        Add("ASC", false, "Orders content items in ascending order");
        Add("DESC", true, "Orders content items in descending order");
    }
}

/// <summary>Which versions.</summary>
internal sealed class StatusType : EnumerationGraphType
{
    public StatusType()
    {
        Name = "Status";
        Description = "Publication status";
        Add("PUBLISHED", PublicationStatus.Published, "Published content item version");
        Add("DRAFT", PublicationStatus.Draft, "Draft content item version");
        Add("LATEST", PublicationStatus.Latest, "The latest version, either published or draft");
        Add("ALL", PublicationStatus.All, "All historical versions");
    }
}

/// <summary>Which versions.</summary>
internal enum PublicationStatus
{
    Published,
    Draft,
    Latest,
    All,
}
