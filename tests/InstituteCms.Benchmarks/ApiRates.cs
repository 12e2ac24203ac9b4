namespace InstituteCms.Benchmarks;

/// <summary>What programs ask most, beside a bare endpoint that answers the same bytes: with a hundred events in the database, and with twenty thousand.</summary>
internal static class ApiRates
{
    private const string Tenant = "/graspp/";
    private const string Root = Tenant + "api/seminars/v1/events";
    private const string Open = Root + "/what-cities-promise-what-cities-pay";

    // The newest twenty, since GraphQL orders by what all content has; of each what the list by REST says, asked for by somebody who is signed in.
    private const string List = """
        { event(first: 20) { contentItemId displayText autoroute { path } event {
            subtitle series startUtc endUtc timeZoneId mode status place languages organizers { name url }
            speakers { name role talkTitle title affiliation speaker { contentItemId ... on Speaker { autoroute { path } } } }
            availability { state remaining opensUtc }
            report { contentItemId displayText ... on ForumReport { autoroute { path } } } } } }
        """;

    private static readonly (string Name, string Path)[] _asked =
    [
        ("event by REST", Open),
        ("list of 20 by REST", Root + "?past=true&limit=20"),
        ("list of 20 by GraphQL", Tenant + "api/graphql?query=" + Uri.EscapeDataString(List)),
        ("availability", Open + "/availability"),
    ];

    public static async Task RunAsync(bool quick)
    {
        await using var site = await MeasuredSite.StartAsync();
        await using var bare = await BareEndpoint.StartAsync();
        var comparison = new Comparison(rounds: quick ? 2 : 7, requests: quick ? 50 : 400, atOnce: 4, () => site.ProcessorTime);
        await site.SignInAsync(Tenant);
        foreach (var events in new[] { 100, 20_000 })
        {
            await site.ImportAsync(Tenant, ManyEvents.Package(events, TimeProvider.System.GetUtcNow().UtcDateTime.AddMonths(6)));
            Console.WriteLine($"API with {events} events   site ms/request   processor ms   bare ms/request   ratio (median of rounds; min-max)");
            foreach (var (name, path) in _asked)
            {
                var target = await bare.AnswerAsync(await site.ReadAsync(path));
                Console.WriteLine(await comparison.RunAsync(name, site.Getting(path), bare.Getting(target)));
            }
        }
    }
}
