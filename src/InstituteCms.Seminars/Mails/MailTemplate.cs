using OrchardCore.Entities;
using OrchardCore.Settings;
using YesSql;
using YesSql.Indexes;

namespace InstituteCms.Mails;

/// <summary>Subject and text of a mail, in Liquid with the variables of <see cref="MailVariables"/>.</summary>
public sealed record MailTemplate(string Subject, string Text);

/// <summary>The templates that somebody has changed, each by <see cref="KeyOf"/>.</summary>
public sealed class MailTemplateSettings
{
    public Dictionary<string, MailTemplate> Templates { get; set; } = [];

    public static string KeyOf(MailKind kind, string language) => $"{kind}.{language}";
}

/// <summary>Those that hold for one event, whatever version of it is published.</summary>
public sealed class EventMailTemplates
{
    public long Id { get; set; }

    /// <summary>Content item id.</summary>
    public string EventId { get; set; } = "";

    public Dictionary<string, MailTemplate> Templates { get; set; } = [];
}

public sealed class EventMailTemplatesIndex : MapIndex
{
    public string EventId { get; set; } = "";
}

public sealed class EventMailTemplatesIndexProvider : IndexProvider<EventMailTemplates>
{
    public override void Describe(DescribeContext<EventMailTemplates> context) =>
        context.For<EventMailTemplatesIndex>().Map(templates => new EventMailTemplatesIndex { EventId = templates.EventId });
}

/// <summary>Finds the template that holds: the event's, or else the site's, or else the one that comes with the module.</summary>
public sealed class MailTemplates
{
    private readonly ISession _session;
    private readonly ISiteService _sites;
    private readonly MailTexts _texts;

    public MailTemplates(ISession session, ISiteService sites, MailTexts texts)
    {
        _session = session;
        _sites = sites;
        _texts = texts;
    }

    /// <summary>The template, and whether somebody has changed it.</summary>
    /// <param name="eventId">The event, or <see langword="null"/> for what holds where an event says nothing.</param>
    public async Task<(MailTemplate Template, bool IsChanged)> FindAsync(string? eventId, MailKind kind, string language)
    {
        var key = MailTemplateSettings.KeyOf(kind, language);
        if (eventId is not null && await OfEventAsync(eventId) is { } own && own.Templates.TryGetValue(key, out var template))
        {
            return (template, true);
        }

        return (await _sites.GetSettingsAsync<MailTemplateSettings>()).Templates.TryGetValue(key, out template)
            ? (template, true)
            : (_texts.Default(kind, language), false);
    }

    /// <summary>The templates that an event has of its own, or that the site has.</summary>
    public async Task<IReadOnlyDictionary<string, MailTemplate>> ChangedAsync(string? eventId) => eventId is null
        ? (await _sites.GetSettingsAsync<MailTemplateSettings>()).Templates
        : (await OfEventAsync(eventId))?.Templates ?? [];

    /// <summary>Keeps a template for an event, or for the site; <see langword="null"/> removes what was kept.</summary>
    public async Task ChangeAsync(string? eventId, MailKind kind, string language, MailTemplate? template)
    {
        var key = MailTemplateSettings.KeyOf(kind, language);
        if (eventId is null)
        {
            var site = await _sites.LoadSiteSettingsAsync();
            var settings = site.GetOrCreate<MailTemplateSettings>();
            Put(settings.Templates, key, template);
            site.Put(settings);
            await _sites.UpdateSiteSettingsAsync(site);
            return;
        }

        var own = await OfEventAsync(eventId) ?? new() { EventId = eventId };
        Put(own.Templates, key, template);
        await _session.SaveAsync(own);
    }

    private static void Put(Dictionary<string, MailTemplate> templates, string key, MailTemplate? template)
    {
        if (template is null)
        {
            templates.Remove(key);
        }
        else
        {
            templates[key] = template;
        }
    }

    private Task<EventMailTemplates?> OfEventAsync(string eventId) =>
        _session.Query<EventMailTemplates, EventMailTemplatesIndex>(own => own.EventId == eventId).FirstOrDefaultAsync()!;
}
