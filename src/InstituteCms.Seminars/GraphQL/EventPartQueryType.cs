using GraphQL.Types;
using InstituteCms.Events;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement.GraphQL.Queries.Types;

namespace InstituteCms.GraphQL;

/// <summary>What is announced about an event. Where registrants join over the network is not public.</summary>
public sealed class EventPartQueryType : ObjectGraphType<EventPart>
{
    public EventPartQueryType()
    {
        Name = nameof(EventPart);
        Description = "What is announced about an event: when, where, by whom and what for.";
        Field(part => part.Subtitle, nullable: true).Description("A second line under the title.");
        Field(part => part.Series, nullable: true).Description("The series the event belongs to.");
        Field<NonNullGraphType<EnumerationGraphType<EventFormat>>>("format").Description("How one takes part as announced at first.").Resolve(context => context.Source.Format);
        Field<NonNullGraphType<EnumerationGraphType<EventFormat>>>("mode").Description("How one takes part now: online, too, where it was moved there.").Resolve(context => context.Source.IsOnlineOnly() ? EventFormat.Online : context.Source.Format);
        Field<NonNullGraphType<EnumerationGraphType<EventStatus>>>("status").Description("Whether it takes place as announced.").Resolve(context => context.Source.Status);
        Field<DateTimeGraphType>("startUtc").Description("Start: an instant, UTC.").Resolve(context => context.Source.StartUtc);
        Field<DateTimeGraphType>("endUtc").Description("End, exclusive: an instant, UTC.").Resolve(context => context.Source.EndUtc);
        Field(part => part.TimeZoneId, nullable: false).Description("IANA time zone of the venue.");
        Field<NonNullGraphType<StringGraphType>>("place").Description("Where it is held, in one line, in the reader's language; may be empty.").Resolve(context => context.RequestServices!.GetRequiredService<EventTexts>().Place(context.Source));
        Field<VenueQueryType>("venue").Description("The place it is held at.").Resolve(context => context.Source.Venue);
        Field(part => part.Subject, nullable: true).Description("What it is about, in a few words.");
        Field<ListGraphType<NonNullGraphType<StringGraphType>>>("languages").Description("Languages spoken, BCP 47.").Resolve(context => context.Source.Languages);
        Field<ListGraphType<NonNullGraphType<OrganizerQueryType>>>("organizers").Description("Who holds it.").Resolve(context => context.Source.Organizers);
        Field<ListGraphType<NonNullGraphType<EventSpeakerQueryType>>>("speakers").Description("Who talks, as of that day.").Resolve(context => context.Source.Speakers);
        Field<ChairQueryType>("chair").Description("Who chairs it.").Resolve(context => context.Source.Chair);
        Field(part => part.Abstract, nullable: true).Description("What it is about: HTML.");
        Field<ListGraphType<NonNullGraphType<TextLinkQueryType>>>("materials").Description("Papers, slides and recordings.").Resolve(context => context.Source.Materials);
        Field(part => part.Notices, nullable: true).Description("What visitors have to know: HTML.");
        Field(part => part.Acknowledgement, nullable: true).Description("Who made it possible.");
        Field<EventAvailabilityQueryType>("availability").Description("Whether one can register now.").Resolve(context => Batches.Availability(context, context.Source.ContentItem));
        Field<ContentItemInterface>("report").Description("The published report.").Resolve(context => Batches.Report(context, context.Source.ContentItem.ContentItemId));
    }
}

/// <summary>One who talks at an event, as of that day.</summary>
public sealed class EventSpeakerQueryType : ObjectGraphType<EventSpeaker>
{
    public EventSpeakerQueryType()
    {
        Name = nameof(EventSpeaker);
        Description = "One who talks at an event, as of that day.";
        Field(speaker => speaker.Name, nullable: true).Description("The name.");
        Field(speaker => speaker.Role, nullable: true).Description("What they do at the event.");
        Field(speaker => speaker.TalkTitle, nullable: true).Description("Title of the talk.");
        Field(speaker => speaker.Title, nullable: true).Description("Position held on the day.");
        Field(speaker => speaker.Affiliation, nullable: true).Description("Organisation they belonged to on the day.");
        Field<ContentItemInterface>("speaker").Description("Their page, as it is today.").Resolve(context => Batches.Item(context, context.Source.SpeakerId));
    }
}

/// <summary>Whether one can register.</summary>
public sealed class EventAvailabilityQueryType : ObjectGraphType<EventAvailability>
{
    public EventAvailabilityQueryType()
    {
        Name = nameof(EventAvailability);
        Description = "Whether one can register for an event, and if not, why not.";
        Field<NonNullGraphType<StringGraphType>>("state")
            .Description("NotOffered, NotYetOpen, Open, Waitlist, ByInvitation, Full, Closed, Cancelled, Ended or Postponed.")
            .Resolve(context => context.Source.GetType().Name);
        Field<IntGraphType>("remaining").Description("Seats that are left, while it is open; nothing for no limit.").Resolve(context => (context.Source as EventAvailability.Open)?.Remaining);
        Field<DateTimeGraphType>("opensUtc").Description("When it opens, while that is to come.").Resolve(context => (context.Source as EventAvailability.NotYetOpen)?.OpensUtc);
    }
}
