using InstituteCms.Speakers;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Contents.Services;
using OrchardCore.Contents.ViewModels;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Events;

/// <summary>Narrows the admin's content list to events of a series, a year, a language, and looks words up in what events and speakers are found by.</summary>
public sealed class EventListFilter : IContentsAdminListFilter
{
    /// <summary>Prefix of the fields.</summary>
    public const string Prefix = "Event";

    private readonly IClock _clock;

    public EventListFilter(IClock clock) => _clock = clock;

    /// <inheritdoc />
    public async Task FilterAsync(ContentOptionsViewModel model, IQuery<ContentItem> query, IUpdateModel updater)
    {
        Search(model, query);
        if (model.SelectedContentType is { Length: > 0 } type && type != SeminarTypes.Event)
        {
            return;
        }

        var wanted = new EventListFilterViewModel();
        await updater.TryUpdateModelAsync(wanted, Prefix);
        if (wanted.IsNarrowed)
        {
            Narrow(query.With<EventPartIndex>(), wanted);
        }
    }

    private static void Search(ContentOptionsViewModel model, IQuery<ContentItem> query)
    {
        foreach (var word in SearchWords.Split(model.SearchText))
        {
            _ = model.SelectedContentType switch
            {
                SeminarTypes.Event => query.With<EventPartIndex>(x => x.SearchText.Contains(word)),
                SeminarTypes.Speaker => query.With<SpeakerPartIndex>(x => x.SearchText.Contains(word)),
                _ => query.Any(
                    any => any.With<ContentItemIndex>(x => x.DisplayText.Contains(word)),
                    any => any.With<EventPartIndex>(x => x.SearchText.Contains(word)),
                    any => any.With<SpeakerPartIndex>(x => x.SearchText.Contains(word))),
            };
        }

        model.SearchText = null;
    }

    private void Narrow(IQuery<ContentItem, EventPartIndex> events, EventListFilterViewModel wanted)
    {
        if (wanted.Year is { } year)
        {
            events.Where(x => x.Year == year);
        }

        if (wanted.Series is { Length: > 0 } series)
        {
            events.Where(x => x.Series == series);
        }

        if (wanted.Language is { Length: > 0 } language)
        {
            var tag = $",{language},";
            events.Where(x => x.Languages.Contains(tag));
        }

        if (wanted.Status is { } status)
        {
            var name = status.ToString();
            events.Where(x => x.Status == name);
        }

        var nowUtc = _clock.UtcNow;
        if (wanted.When == EventTime.Upcoming)
        {
            events.Where(x => x.EndUtc > nowUtc).OrderBy(x => x.StartUtc);
        }
        else if (wanted.When == EventTime.Past)
        {
            events.Where(x => x.EndUtc <= nowUtc).OrderByDescending(x => x.StartUtc);
        }
    }
}
