using System.Diagnostics;
using InstituteCms.Registrations;
using Microsoft.Extensions.Localization;

namespace InstituteCms.Events;

/// <summary>Turns the availability of an event into the sentence that pages, lists and mails show.</summary>
public sealed class AvailabilityTexts
{
    private readonly IStringLocalizer S;
    private readonly EventTexts _texts;

    public AvailabilityTexts(IStringLocalizer<AvailabilityTexts> localizer, EventTexts texts)
    {
        S = localizer;
        _texts = texts;
    }

    public AvailabilityViewModel For(EventDetails details) =>
        details is { IsOver: true, Report: not null }
            ? new("report", S["Report available"])
            : For(details.Availability, details.Facts, details.Part);

    /// <summary>What became of registration once the event is over; <see langword="null"/> where nobody had to register.</summary>
    public AvailabilityViewModel? AfterEvent(EventDetails details) =>
        details is { IsOver: true, Facts.RegistrationEnabled: true } ? Closed : null;

    /// <summary>In one sentence; where people choose how they take part, it says both ways.</summary>
    public AvailabilityViewModel For(EventAvailability availability, AvailabilityFacts facts, EventPart part) =>
        facts.Modes.Count > 1 && availability is EventAvailability.Open or EventAvailability.Waitlist
            ? new(One(availability, facts, part).State, string.Join(S[" · "], facts.Modes.Select(mode => S["{0}: {1}", Mode(mode), Of(mode, facts, part)])))
            : One(availability, facts, part);

    /// <summary>How a person takes part.</summary>
    public string Mode(AttendanceMode mode) => mode == AttendanceMode.Online ? S["Online"] : S["In person"];

    /// <summary>What is left for those who take part in one way.</summary>
    public string Of(AttendanceMode mode, AvailabilityFacts facts, EventPart part)
    {
        var one = facts.For(mode);
        return One(EventAvailability.BySeats(one), one, part).Sentence;
    }

    private AvailabilityViewModel One(EventAvailability availability, AvailabilityFacts facts, EventPart part) => availability switch
    {
        EventAvailability.NotOffered => new("not-offered", S["No registration is needed."]),
        EventAvailability.NotYetOpen(var opensUtc) => new("not-yet-open", S["Registration opens on {0}.", _texts.Moment(opensUtc, part)]),
        EventAvailability.Open(null) => new("open", S["Registration is open."]),
        EventAvailability.Open(1) => new("few-left", S["1 seat left"], facts.SeatsTaken, facts.Capacity),
        EventAvailability.Open(var left) => new(IsFew(left, facts.Capacity) ? "few-left" : "open", S["{0} seats left", left], facts.SeatsTaken, facts.Capacity),
        EventAvailability.Waitlist => new("waitlist", S["Fully booked: waiting list"], facts.Capacity, facts.Capacity),
        EventAvailability.ByInvitation => new("by-invitation", S["By invitation only"]),
        EventAvailability.Full => new("full", S["Fully booked"], facts.Capacity, facts.Capacity),
        EventAvailability.Closed => Closed,
        EventAvailability.Ended => new("ended", S["This event has ended."]),
        EventAvailability.Cancelled => new("cancelled", S["This event has been cancelled."]),
        EventAvailability.Postponed => new("postponed", S["This event has been postponed. The new date will be announced here."]),
        _ => throw new UnreachableException(),
    };

    private AvailabilityViewModel Closed => new("closed", S["Registration is now closed for this event."]);

    private static bool IsFew(int? left, int? capacity) => left * 5 <= capacity;
}
