using GraphQL.Types;
using InstituteCms.Speakers;

namespace InstituteCms.GraphQL;

/// <summary>A person who talks at events.</summary>
public sealed class SpeakerPartQueryType : ObjectGraphType<SpeakerPart>
{
    public SpeakerPartQueryType()
    {
        Name = nameof(SpeakerPart);
        Description = "A person who talks at events; the name is the item's display text.";
        Field(part => part.NativeName, nullable: true).Description("The name in the script the person writes it in.");
        Field(part => part.Honorific, nullable: true).Description("Such as Prof. or Dr.");
        Field(part => part.Position, nullable: true).Description("Position held.");
        Field(part => part.Organization, nullable: true).Description("Organisation they belong to.");
        Field(part => part.Biography, nullable: true).Description("HTML.");
        Field<PhotoQueryType>("photo").Description("A picture of them.").Resolve(context => context.Source.Photo);
        Field<ListGraphType<NonNullGraphType<TextLinkQueryType>>>("links").Description("Their pages elsewhere.").Resolve(context => context.Source.Links);
    }
}

/// <summary>A picture.</summary>
public sealed class PhotoQueryType : ObjectGraphType<Photo>
{
    public PhotoQueryType()
    {
        Name = nameof(Photo);
        Description = "A picture in the media library.";
        Field(photo => photo.Path, nullable: true).Description("Path in the media library, or an address.");
        Field(photo => photo.AltText, nullable: true).Description("What it shows, for those who do not see it.");
    }
}
