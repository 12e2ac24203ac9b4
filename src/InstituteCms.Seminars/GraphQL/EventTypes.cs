using GraphQL.Types;
using InstituteCms.Events;

namespace InstituteCms.GraphQL;

/// <summary>The place an event is held at.</summary>
public sealed class VenueQueryType : ObjectGraphType<Venue>
{
    public VenueQueryType()
    {
        Name = nameof(Venue);
        Description = "The place an event is held at.";
        Field(venue => venue.Name, nullable: true).Description("Its name.");
        Field(venue => venue.Address, nullable: true).Description("Its address.");
        Field(venue => venue.MapUrl, nullable: true).Description("Where a map shows it.");
    }
}

/// <summary>One who holds an event.</summary>
public sealed class OrganizerQueryType : ObjectGraphType<Organizer>
{
    public OrganizerQueryType()
    {
        Name = nameof(Organizer);
        Description = "One who holds an event.";
        Field(organizer => organizer.Name, nullable: true).Description("The name.");
        Field(organizer => organizer.Url, nullable: true).Description("Their site.");
        Field(organizer => organizer.ReceivesPersonalData, nullable: false).Description("Whether registrants' data reaches them.");
    }
}

/// <summary>Who chairs an event.</summary>
public sealed class ChairQueryType : ObjectGraphType<Chair>
{
    public ChairQueryType()
    {
        Name = nameof(Chair);
        Description = "Who chairs an event.";
        Field(chair => chair.Name, nullable: true).Description("The name.");
        Field(chair => chair.Title, nullable: true).Description("Position held on the day.");
    }
}

/// <summary>A link and its words.</summary>
public sealed class TextLinkQueryType : ObjectGraphType<TextLink>
{
    public TextLinkQueryType()
    {
        Name = nameof(TextLink);
        Description = "A link and its words.";
        Field(link => link.Text, nullable: true).Description("The words.");
        Field(link => link.Url, nullable: true).Description("The address.");
    }
}
