using Microsoft.Extensions.Localization;
using static InstituteCms.Mails.MailVariables;

namespace InstituteCms.Mails;

/// <summary>The templates that come with the module: translated sentences with variables in their gaps.</summary>
public sealed class MailTexts
{
    private static readonly string _event = Gap(Event);

    private readonly IStringLocalizer S;

    public MailTexts(IStringLocalizer<MailTexts> localizer) => S = localizer;

    public MailTemplate Default(MailKind kind, string language)
    {
        using var _ = new LanguageScope(language);
        return new(Subject(kind), string.Join("\n\n", Paragraphs(kind).Prepend(S["Dear {0},", Gap(Name)])));
    }

    /// <summary>The name of a kind in lists.</summary>
    public string NameOf(MailKind kind) => kind switch
    {
        MailKind.Received => S["Request received"],
        MailKind.ConfirmAddress => S["Confirm the address"],
        MailKind.Confirmed => S["Confirmation"],
        MailKind.Waitlisted => S["Waiting list"],
        MailKind.Offered => S["Seat offered"],
        MailKind.Promoted => S["Seat given from the waiting list"],
        MailKind.Rejected => S["No seat"],
        MailKind.Cancelled => S["Registration cancelled"],
        MailKind.Changed => S["Time or place changed"],
        MailKind.EventCancelled => S["Event cancelled"],
        MailKind.Reminder => S["Reminder"],
        MailKind.FollowUp => S["Report published"],
        MailKind.LinkAgain => S["Personal link again"],
        MailKind.News => S["News"],
        MailKind.Invitation => S["Invitation to register"],
        MailKind.Circular => S["Mail of the organisers"],
        _ => S["Mail"],
    };

    /// <summary>What a variable stands for.</summary>
    public string Explain(string variable) => variable switch
    {
        Name => S["the registrant's name"],
        Event => S["the event's title"],
        When => S["day, times and zone"],
        Where => S["venue and address"],
        Facts => S["lines that say when and where, with map and, for those who have a seat, how to join online"],
        Cancel => S["the personal page, and how to cancel there"],
        Sentence => S["a sentence about what has happened"],
        Words => S["the organisers' own words"],
        Link => S["where the reader does what the mail asks for"],
        Position => S["the place on the waiting list"],
        Expires => S["when the offer or the hold ends"],
        EventLink => S["address of the event's page"],
        _ => S["the report's title"],
    };

    private string Subject(MailKind kind) => kind switch
    {
        MailKind.Received => S["We have your request: {0}", _event],
        MailKind.ConfirmAddress => S["Please confirm your address: {0}", _event],
        MailKind.Confirmed => S["You are registered: {0}", _event],
        MailKind.Waitlisted => S["You are on the waiting list: {0}", _event],
        MailKind.Offered => S["A seat is kept for you: {0}", _event],
        MailKind.Promoted => S["You have a seat: {0}", _event],
        MailKind.Rejected => S["Your request: {0}", _event],
        MailKind.Cancelled => S["Your registration is cancelled: {0}", _event],
        MailKind.EventCancelled => S["Cancelled: {0}", _event],
        MailKind.Changed => S["Changed: {0}", _event],
        MailKind.Reminder => S["Reminder: {0}", _event],
        MailKind.FollowUp => S["The report can be read: {0}", _event],
        MailKind.LinkAgain => S["Your registration: {0}", _event],
        MailKind.Invitation => S["You are invited: {0}", _event],
        _ => S["News about {0}", _event],
    };

    private IEnumerable<string> Paragraphs(MailKind kind) => kind switch
    {
        MailKind.Received =>
        [
            S["we have your request to take part in “{0}”. The organisers look at each request; you get another mail as soon as they have decided. You do not have a seat yet.", _event],
            Gap(Facts), Gap(Cancel),
        ],
        MailKind.ConfirmAddress =>
        [
            S["somebody, most likely you, has entered this address to register for “{0}”. Please confirm that it is yours: {1}", _event, Gap(Link)],
            S["Please do so before {0}; after that, the seat goes to somebody else.", Gap(Expires)],
            Gap(Facts), Gap(Cancel),
            S["If it was not you, there is nothing to do."],
        ],
        MailKind.Confirmed => [S["you are registered for “{0}”.", _event], Gap(Facts), Gap(Cancel)],
        MailKind.Waitlisted =>
        [
            S["all seats for “{0}” are taken. You are on the waiting list, at place {1}. As soon as there is a seat for you, you get a mail; until then there is nothing to do.", _event, Gap(Position)],
            Gap(Facts), Gap(Cancel),
        ],
        MailKind.Offered =>
        [
            S["a seat for “{0}” has become free. It is kept for you until {1}.", _event, Gap(Expires)],
            S["Take it, or let it go, here: {0}", Gap(Link)],
            Gap(Facts), Gap(Cancel),
        ],
        MailKind.Promoted => [S["a seat for “{0}” has become free, and it is yours: you are registered.", _event], Gap(Facts), Gap(Cancel)],
        MailKind.Rejected => [Gap(Sentence), Gap(Words)],
        MailKind.Cancelled => [Gap(Sentence), Gap(Words), S["If you change your mind, please register again while seats are left."]],
        MailKind.EventCancelled => [Gap(Sentence), Gap(Words)],
        MailKind.Reminder => [S["“{0}”, for which you are registered, is near.", _event], Gap(Facts), Gap(Cancel)],
        MailKind.FollowUp => [S["the report on “{0}” can be read now: {1}", _event, Gap(Report)], Gap(Link)],
        MailKind.LinkAgain =>
        [
            S["this address was just entered on the page of “{0}”, to register or to get the personal link again. Your registration has not changed. Here is a link to it.", _event],
            Gap(Facts), Gap(Cancel),
            S["If it was not you, there is nothing to do: only you have received this link."],
        ],
        MailKind.Invitation => [S["you are invited to “{0}”.", _event], Gap(Words), Gap(Facts), S["To register, or to say that you cannot come: {0}", Gap(Link)]],
        _ => [Gap(Sentence), Gap(Words), Gap(Facts), Gap(Cancel)],
    };

    private static string Gap(string variable) => $"{{{{ {variable} }}}}";
}
