using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Settings;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Records;
using YesSql;

namespace InstituteCms.Kernel.Content;

/// <summary>Import: by version id, the imported version wins over the local latest and published ones.</summary>
internal sealed partial class ContentManager
{
    public async Task ImportAsync(IEnumerable<ContentItem> contentItems)
    {
        var done = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in contentItems)
        {
            if (!string.IsNullOrEmpty(item.ContentItemVersionId) && !done.Add(item.ContentItemVersionId))
            {
                continue;
            }

            var original = string.IsNullOrEmpty(item.ContentItemVersionId) ? null : await GetVersionAsync(item.ContentItemVersionId);
            if (original is not null && SameContent(item, original))
            {
                continue;
            }

            var context = new ImportContentContext(item, original);
            await _events.FirstAsync(h => h.ImportingAsync, context);

            var result = original is null ? await ImportNewAsync(item) : await ImportChangeAsync(original, item);
            if (!result.Succeeded)
            {
                await _session.CancelAsync();
                var errors = string.Join(", ", result.Errors.Select(error => error.ErrorMessage));
                LogImportFailed(item.ContentItemVersionId, errors);
                throw new ValidationException(errors);
            }

            await _events.ThenAsync(h => h.ImportedAsync, context);
        }
    }

    private static bool SameContent(ContentItem imported, ContentItem stored) => JsonNode.DeepEquals(Comparable(imported), Comparable(stored));

    private static JsonObject Comparable(ContentItem item)
    {
        var json = ContentJson.ToObject(item);
        json.Remove(nameof(ContentItem.Published));
        json.Remove(nameof(ContentItem.Latest));
        return json;
    }

    private async Task<ContentValidateResult> ImportNewAsync(ContentItem item)
    {
        if (string.IsNullOrEmpty(item.ContentItemId))
        {
            throw new InvalidOperationException("An imported content item needs a ContentItemId.");
        }

        item.Id = 0;
        item.ContentItemVersionId = string.IsNullOrEmpty(item.ContentItemVersionId) ? _ids.GenerateUniqueId() : item.ContentItemVersionId;
        var stamps = Stamps.Of(item);
        await MakeWayAsync(item, except: null, item.Latest, item.Published);

        var context = new CreateContentContext(item);
        await _events.FirstAsync(h => h.CreatingAsync, context);
        var result = await ValidateAsync(item);
        if (result.Succeeded)
        {
            await _session.SaveAsync(item);
            _loaded.Add(item);
            await _events.ThenAsync(h => h.CreatedAsync, context);
            await SettleAsync(item);
            stamps.Restore(item);
        }

        return result;
    }

    private async Task<ContentValidateResult> ImportChangeAsync(ContentItem original, ContentItem imported)
    {
        var stamps = Stamps.Of(imported);
        await MakeWayAsync(original, original, imported.Latest && !original.Latest, imported.Published && !original.Published);
        original.Merge(imported, new JsonMergeSettings { MergeArrayHandling = MergeArrayHandling.Replace });
        original.Latest = imported.Latest;
        original.Published = imported.Published;

        await UpdateAsync(original);
        var result = await ValidateAsync(original);
        if (result.Succeeded)
        {
            await SettleAsync(original);
            stamps.Restore(original);
        }

        return result;
    }

    /// <summary>Evicts the versions whose place the imported one takes; a published one also takes the drafts'.</summary>
    private async Task MakeWayAsync(ContentItem item, ContentItem? except, bool latest, bool published)
    {
        if (!latest && !published)
        {
            return;
        }

        var others = (await ActiveVersionsAsync(item.ContentItemId)).Where(version => !ReferenceEquals(version, except)).ToArray();
        var evicted = others.Where(version => published || version.Latest).ToArray();
        if (evicted.Length == 0)
        {
            return;
        }

        var context = new RemoveContentContext(item, noActiveVersionLeft: published || !others.Any(version => version.Published));
        await _events.AroundAsync(h => h.RemovingAsync, h => h.RemovedAsync, context, async () =>
        {
            foreach (var version in evicted)
            {
                await FlagAsync(version, latest: false, published: version.Published && !published);
            }
        });
    }

    private Task SettleAsync(ContentItem item) => item.Published
        ? _events.AroundAsync(h => h.PublishingAsync, h => h.PublishedAsync, new PublishContentContext(item, null))
        : SaveDraftAsync(item);

    [LoggerMessage(Level = LogLevel.Error, Message = "The content item version {VersionId} was not imported: {Errors}")]
    private partial void LogImportFailed(string? versionId, string errors);

    /// <summary>What the handlers would overwrite with the present time and user.</summary>
    private readonly record struct Stamps(DateTime? ModifiedUtc, DateTime? PublishedUtc, string? Owner, string? Author)
    {
        public static Stamps Of(ContentItem item) => new(item.ModifiedUtc, item.PublishedUtc, item.Owner, item.Author);

        public void Restore(ContentItem item)
        {
            item.ModifiedUtc = ModifiedUtc ?? item.ModifiedUtc;
            item.PublishedUtc = PublishedUtc ?? item.PublishedUtc;
            item.Owner = string.IsNullOrEmpty(Owner) ? item.Owner : Owner;
            item.Author = string.IsNullOrEmpty(Author) ? item.Author : Author;
        }
    }
}
