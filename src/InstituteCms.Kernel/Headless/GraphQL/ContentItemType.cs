using GraphQL.Resolvers;
using GraphQL.Types;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.GraphQL.Queries.Types;
using OrchardCore.ContentManagement.Metadata.Models;

namespace InstituteCms.Kernel.Headless.GraphQL;

/// <summary>Items of one type: what every item has, and a field for each part that a module shows.</summary>
internal sealed class ContentItemType : ObjectGraphType<ContentItem>
{
    public ContentItemType(ContentTypeDefinition type)
    {
        Name = type.Name;
        Description = $"Represents a {type.DisplayName}.";
        ContentItemInterface.AddFields(this);
        Interface<ContentItemInterface>();
        IsTypeOf = value => value is ContentItem item && item.ContentType == type.Name;
    }

    public void AddPart(string name, Type partType, IObjectGraphType shown) => AddField(new FieldType
    {
        Name = GraphQLNames.OfPart(name),
        Description = shown.Description,
        Type = shown.GetType(),
        Resolver = new FuncFieldResolver<ContentItem, object>(context => context.Source.Get(partType, name)),
    });
}
