namespace InstituteCms.Api.Documents;

/// <summary>One example of everything that the API says.</summary>
internal static partial class ApiExamples
{
    private const string Site = "https://www.institute.example";

    private static readonly TimeSpan _tokyo = TimeSpan.FromHours(9);
    private static readonly HostResource _host = new() { Name = "Institute for Future Initiatives", Url = Site };
    private static readonly ReportLink _report = new() { Id = "4k6c0b8w2tq5m1x9e7r3n5v8p2", Title = "What cities promise, what cities pay", Url = $"{Site}/reports/what-cities-promise" };
    private static readonly LinkResource _link = new() { Text = "Slides", Url = "https://slides.example/cities.pdf" };
    private static readonly ChairResource _chair = new() { Name = "Sato Hiroshi", Title = "Professor" };
    private static readonly PhotoResource _photo = new() { Url = $"{Site}/media/mori.jpg", AltText = "Mori Aiko at a lectern", Caption = null };
    private static readonly VenueResource _venue = new() { Name = "Hall A", Address = "7-3-1 Hongo, Bunkyo-ku, Tokyo", MapUrl = "https://maps.example/hall-a" };

    private static readonly EventSpeakerResource _eventSpeaker = new()
    {
        Id = "4c9d2e8f1a7b3c5d9e0f2a4b6c",
        Name = "Mori Aiko",
        Role = "Speaker",
        TalkTitle = "Promises and budgets",
        Title = "Associate Professor",
        Affiliation = "Graduate School of Public Policy",
        Url = $"{Site}/speakers/mori-aiko",
    };

    private static readonly AvailabilityResource _availability = new()
    {
        State = ApiAvailabilityState.Open,
        Sentence = "12 seats left",
        Capacity = 40,
        Remaining = 12,
        Opens = null,
        Closes = new(2026, 12, 4, 10, 30, 0, _tokyo),
        RegisterUrl = $"{Site}/events/what-cities-promise/register",
    };

    private static readonly EventSummary _summary = new()
    {
        Id = "4a8b1c7d2e9f3a6b4c8d5e1f7a",
        Title = "What cities promise, what cities pay",
        Subtitle = null,
        Series = "Policy Lunch",
        Start = new(2026, 12, 4, 10, 30, 0, _tokyo),
        End = new(2026, 12, 4, 12, 0, 0, _tokyo),
        TimeZone = "Asia/Tokyo",
        Mode = ApiEventMode.Hybrid,
        Status = ApiEventStatus.Scheduled,
        Place = "Hall A and online",
        Languages = ["en", "ja"],
        Hosts = [_host],
        Speakers = [_eventSpeaker],
        Availability = _availability,
        Report = null,
        Url = $"{Site}/events/what-cities-promise",
    };

    private static readonly EventResource _event = new()
    {
        Id = _summary.Id,
        Title = _summary.Title,
        Subtitle = _summary.Subtitle,
        Series = _summary.Series,
        Start = _summary.Start,
        End = _summary.End,
        TimeZone = _summary.TimeZone,
        Mode = _summary.Mode,
        Status = _summary.Status,
        Place = _summary.Place,
        Languages = _summary.Languages,
        Hosts = _summary.Hosts,
        Speakers = _summary.Speakers,
        Availability = _summary.Availability,
        Report = _summary.Report,
        Url = _summary.Url,
        Venue = _venue,
        Subject = "Local finance",
        Chair = _chair,
        AbstractHtml = "<p>Who pays for what was promised?</p>",
        Materials = [_link],
        NoticesHtml = null,
        Acknowledgement = null,
        CalendarUrl = $"{Site}/events/what-cities-promise.ics",
        Published = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero),
        Modified = new(2026, 11, 9, 0, 0, 0, TimeSpan.Zero),
    };

    private static readonly SpeakerSummary _speakerSummary = new()
    {
        Id = _eventSpeaker.Id!,
        Name = "Mori Aiko",
        NativeName = "森 愛子",
        Honorific = "Prof.",
        Position = "Associate Professor",
        Organization = "Graduate School of Public Policy",
        Photo = _photo,
        Url = _eventSpeaker.Url!,
    };

    private static readonly SpeakerResource _speaker = new()
    {
        Id = _speakerSummary.Id,
        Name = _speakerSummary.Name,
        NativeName = _speakerSummary.NativeName,
        Honorific = _speakerSummary.Honorific,
        Position = _speakerSummary.Position,
        Organization = _speakerSummary.Organization,
        Photo = _photo,
        Url = _speakerSummary.Url,
        BiographyHtml = "<p>Studies how cities budget.</p>",
        Links = [_link],
        Appearances = [_summary],
    };

    private static readonly ReportSummary _reportSummary = new()
    {
        Id = _report.Id,
        Title = _report.Title,
        EventId = _summary.Id,
        Summary = "Promises are made in spring and paid for in winter.",
        Authors = ["Sato Hiroshi"],
        Published = new(2026, 12, 20, 0, 0, 0, TimeSpan.Zero),
        Url = _report.Url,
    };

    private static readonly ReportResource _wholeReport = new()
    {
        Id = _reportSummary.Id,
        Title = _reportSummary.Title,
        EventId = _reportSummary.EventId,
        Summary = _reportSummary.Summary,
        Authors = _reportSummary.Authors,
        Published = _reportSummary.Published,
        Url = _reportSummary.Url,
        Event = _summary,
        Chair = _chair,
        Attendance = 38,
        BodyHtml = "<p>The hall was full.</p>",
        Photos = [_photo],
        Acknowledgement = null,
    };

    private static readonly SeriesResource _series = new()
    {
        Name = "Policy Lunch",
        EventsUrl = $"{Site}/api/seminars/v1/events?series=Policy%20Lunch",
        CalendarUrl = $"{Site}/events.ics?series=Policy%20Lunch",
        ScheduleUrl = $"{Site}/schedule.json?series=Policy%20Lunch",
    };

    private static readonly ApiFieldProblem _fieldProblem = ApiFieldProblem.Of("limit", "Enter a number from 1 to 100.");

    private static readonly ApiProblem _problem = new()
    {
        Type = ApiProblems.TypePrefix + "invalid-request",
        Title = "The request cannot be understood.",
        Status = 400,
        Errors = [_fieldProblem],
    };

    private static readonly Dictionary<Type, object> _all = ((object[])
    [
        _host, _report, _link, _chair, _photo, _venue, _eventSpeaker, _availability, _summary, _event, _speakerSummary, _speaker, _reportSummary, _wholeReport,
        _series, _fieldProblem, _problem, List(_summary), List(_speakerSummary), List(_reportSummary), List(_series),
        .. Registering(),
    ]).ToDictionary(example => example.GetType());

    public static object? Of(Type type) => _all.GetValueOrDefault(type);

    private static ApiList<T> List<T>(T item) => new() { Items = [item], Next = null };
}
