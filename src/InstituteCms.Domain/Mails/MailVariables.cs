using System.Text.RegularExpressions;

namespace InstituteCms.Mails;

/// <summary>The variables of mail templates, and which of them a mail of each kind cannot do without.</summary>
public static partial class MailVariables
{
    /// <summary>The registrant's name.</summary>
    public const string Name = "name";

    /// <summary>The event's title.</summary>
    public const string Event = "event";

    /// <summary>Day, times and zone.</summary>
    public const string When = "when";

    /// <summary>Venue and address; "Online" where people meet online only.</summary>
    public const string Where = "where";

    /// <summary>Lines that say when, where, with the map, and, to those who have a seat, how to join online.</summary>
    public const string Facts = "facts";

    /// <summary>The personal page, and how to cancel there.</summary>
    public const string Cancel = "cancel";

    /// <summary>What the mail is about, in a sentence of ours.</summary>
    public const string Sentence = "sentence";

    /// <summary>The organisers' own words.</summary>
    public const string Words = "words";

    /// <summary>The address behind which the reader does what the mail asks for.</summary>
    public const string Link = "link";

    /// <summary>The place on the waiting list.</summary>
    public const string Position = "position";

    /// <summary>When an offer or a hold ends, by the event's clocks.</summary>
    public const string Expires = "expires";

    /// <summary>Address of the event's page.</summary>
    public const string EventLink = "event_link";

    /// <summary>The report's title.</summary>
    public const string Report = "report";

    private static readonly string[] _always = [Name, Event, When, Where, Facts, Cancel, EventLink];

    private static readonly HashSet<string> _tags =
    [
        "assign", "capture", "endcapture", "if", "elsif", "else", "endif", "unless", "endunless", "case", "when", "endcase",
        "for", "break", "continue", "endfor", "increment", "decrement", "cycle", "comment", "endcomment", "raw", "endraw",
    ];

    /// <summary>The variables that a template of this kind may use.</summary>
    public static IReadOnlyList<string> Of(MailKind kind) => kind switch
    {
        MailKind.ConfirmAddress or MailKind.Offered => [.. _always, Link, Expires],
        MailKind.Waitlisted => [.. _always, Position],
        MailKind.FollowUp => [.. _always, Report, Link],
        MailKind.Invitation => [.. _always, Link, Words],
        MailKind.Rejected or MailKind.Cancelled or MailKind.Changed or MailKind.EventCancelled or MailKind.News => [.. _always, Sentence, Words],
        _ => _always,
    };

    /// <summary>What a mail of this kind has to say: of each entry, one variable at least.</summary>
    public static IReadOnlyList<string[]> NeededBy(MailKind kind) => kind switch
    {
        MailKind.ConfirmAddress or MailKind.Offered => [[Facts, When], [Facts, Where], [Cancel], [Link], [Expires]],
        MailKind.Waitlisted => [[Facts, When], [Facts, Where], [Cancel], [Position]],
        MailKind.FollowUp => [[Link]],
        MailKind.Invitation => [[Facts, When], [Facts, Where], [Link]],
        MailKind.Rejected => [[Event, Sentence]],
        MailKind.Cancelled => [[Event, Sentence]],
        MailKind.EventCancelled => [[Event, Sentence], [Words]],
        MailKind.Changed or MailKind.News => [[Facts, When], [Facts, Where], [Cancel], [Words]],
        MailKind.Circular => [],
        _ => [[Facts, When], [Facts, Where], [Cancel]],
    };

    /// <summary>Names in <c>{{ }}</c> that no mail of this kind knows, and tags that only pages have.</summary>
    public static IReadOnlyList<string> UnknownIn(string template, MailKind kind)
    {
        var known = Of(kind).Concat(Made().Matches(template).Select(made => made.Groups["name"].Value)).ToHashSet();
        var names = Used().Matches(template).Select(used => used.Groups["name"].Value).Where(name => !known.Contains(name));
        var tags = Tag().Matches(template).Select(tag => tag.Groups["name"].Value).Where(name => !_tags.Contains(name));
        return [.. names.Concat(tags).Distinct()];
    }

    /// <summary>Whether a template says a variable somewhere.</summary>
    public static bool Uses(string template, string variable) => Used().Matches(template).Any(used => used.Groups["name"].Value == variable);

    /// <summary>Whether somebody's personal link stands in the text itself: everybody would get it.</summary>
    public static bool HoldsPersonalLink(string template) => PersonalLink().IsMatch(template);

    [GeneratedRegex(@"\{\{-?\s*(?<name>[A-Za-z_]\w*)")]
    private static partial Regex Used();

    [GeneratedRegex(@"\{%-?\s*(?<name>[A-Za-z_]\w*)")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\{%-?\s*(assign|capture|for|increment|decrement)\s+(?<name>[A-Za-z_]\w*)")]
    private static partial Regex Made();

    [GeneratedRegex(@"/registrations/[^\s{]", RegexOptions.IgnoreCase)]
    private static partial Regex PersonalLink();
}
