using GraphQL;
using GraphQL.DataLoader;
using InstituteCms.Events;
using InstituteCms.ForumReports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Apis.GraphQL;
using OrchardCore.ContentManagement;
using OrchardCore.Contents;
using OrchardCore.Modules;

namespace InstituteCms.GraphQL;

/// <summary>What an item leads to, loaded for all items of a query at once.</summary>
internal static class Batches
{
    /// <summary>The published item of this id; nothing where there is none, or none that the reader may see.</summary>
    public static IDataLoaderResult? Item(IResolveFieldContext context, string? contentItemId) => string.IsNullOrEmpty(contentItemId)
        ? null
        : Of<string, ContentItem>(context, "InstituteCms.Items", async (ids, _) =>
            await ByKeyAsync(context, await context.RequestServices!.GetRequiredService<IContentManager>().GetAsync(ids), item => item.ContentItemId)).Want(contentItemId);

    /// <summary>The published report about an event.</summary>
    public static IDataLoaderResult Report(IResolveFieldContext context, string eventId) =>
        Of<string, ContentItem>(context, "InstituteCms.Reports", async (ids, cancellationToken) =>
        {
            var reports = await context.RequestServices!.GetRequiredService<ReportFinder>().FindByEventsAsync(ids, cancellationToken);
            return await ByKeyAsync(context, reports.Values, report => report.GetOrCreate<ForumReportPart>().EventId!);
        }).Want(eventId);

    /// <summary>Whether one can register for an event now.</summary>
    public static IDataLoaderResult Availability(IResolveFieldContext context, ContentItem @event) =>
        Of<ContentItem, EventAvailability>(context, "InstituteCms.Availability", async (events, cancellationToken) =>
        {
            var services = context.RequestServices!;
            var nowUtc = services.GetRequiredService<IClock>().UtcNow;
            var facts = await services.GetRequiredService<AvailabilityReader>().ReadAsync(events, cancellationToken);
            return item => EventAvailability.At(facts[item.ContentItemId], nowUtc);
        }).Want(@event);

    /// <summary>The batch of this name in the query that <paramref name="context"/> belongs to.</summary>
    private static Batch<TKey, TValue> Of<TKey, TValue>(
        IResolveFieldContext context, string name, Func<IReadOnlyCollection<TKey>, CancellationToken, Task<Func<TKey, TValue?>>> load)
        where TKey : notnull
        where TValue : class
    {
        var shared = (GraphQLUserContext)context.UserContext;
        lock (shared)
        {
            if (!shared.TryGetValue(name, out var batch))
            {
                shared[name] = batch = new Batch<TKey, TValue>(shared.ExecutionContextLock, load);
            }

            return (Batch<TKey, TValue>)batch;
        }
    }

    private static async Task<Func<string, ContentItem?>> ByKeyAsync(IResolveFieldContext context, IEnumerable<ContentItem> items, Func<ContentItem, string> key)
    {
        var authorization = context.RequestServices!.GetRequiredService<IAuthorizationService>();
        var user = ((GraphQLUserContext)context.UserContext).User;
        var seen = new Dictionary<string, ContentItem>();
        foreach (var item in items)
        {
            if (await authorization.AuthorizeAsync(user, CommonPermissions.ViewContent, item))
            {
                seen.TryAdd(key(item), item);
            }
        }

        return wanted => seen.GetValueOrDefault(wanted);
    }
}
