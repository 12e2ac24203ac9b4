using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata.Models;

namespace InstituteCms.Kernel.Headless.GraphQL;

/// <summary>The field that lists items of one type.</summary>
internal sealed class ContentItemsField : FieldType
{
    public ContentItemsField(ContentTypeDefinition type, ContentItemType item, ContentItemWhere where, StatusType status, OrderByDirectionType direction)
    {
        Name = type.Name;
        Description = item.Description;
        ResolvedType = new ListGraphType(item);
        Arguments = new QueryArguments(
            new QueryArgument(where) { Name = "where", Description = "filters the content items" },
            new QueryArgument(new ContentItemOrder(type.Name, direction)) { Name = "orderBy", Description = "sort order" },
            new QueryArgument<IntGraphType> { Name = "first", Description = "the first n content items" },
            new QueryArgument<IntGraphType> { Name = "skip", Description = "the number of content items to skip" },
            new QueryArgument(status) { Name = "status", Description = "publication status of the content item", DefaultValue = PublicationStatus.Published });
        Resolver = new FuncFieldResolver<IEnumerable<ContentItem>>(async context =>
            await context.RequestServices!.GetRequiredService<ContentItemsQuery>().ListAsync(context, type.Name, where));
    }
}
