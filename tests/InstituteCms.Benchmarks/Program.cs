using InstituteCms.Benchmarks;

/// <summary>Not named as the host's own program is, which runs inside this one for a part.</summary>
internal static class Benchmark
{
    public static async Task<int> Main(string[] args)
    {
        if (args.Contains("registrations"))
        {
            await RegistrationRates.RunAsync(args.Contains("--quick"), args.Contains("--sqlite"));
            return 0;
        }

        if (args.Contains("api"))
        {
            await ApiRates.RunAsync(args.Contains("--quick"));
            return 0;
        }

        // The site and a bare endpoint that answers the same bytes, measured in turn in one run; what counts is the ratio.
        await using var site = await MeasuredSite.StartAsync();
        await using var bare = await BareEndpoint.StartAsync();
        var quick = args.Contains("--quick");
        var comparison = new Comparison(rounds: quick ? 2 : 7, requests: quick ? 50 : 400, atOnce: 4, () => site.ProcessorTime);

        Console.WriteLine("page                         site ms/request   processor ms   bare ms/request   ratio (median of rounds; min-max)");
        foreach (var (name, path) in new[] { ("event page", "/events/un-peace-operations-today-and-tomorrow"), ("event list", "/events?when=past"), ("event list, open", "/graspp/events") })
        {
            var target = await bare.AnswerAsync(await site.ReadAsync(path));
            Console.WriteLine(await comparison.RunAsync(name, site.Getting(path), bare.Getting(target)));
        }

        var registering = await site.RegisteringAsync("/graspp/", "events/what-cities-promise-what-cities-pay");
        Console.WriteLine(await comparison.RunAsync("registration", registering, bare.Posting(await bare.AnswerAsync(new Answer(302, "text/html", []))) ));

        // The department's editors, with twenty years of events: how long they wait for each page, one after the other.
        const int many = 20_000;
        await site.ImportAsync("/graspp/", ManyEvents.Package(many, TimeProvider.System.GetUtcNow().UtcDateTime.AddMonths(6)));
        var alone = new Comparison(rounds: quick ? 2 : 5, requests: quick ? 5 : 20, atOnce: 1, () => site.ProcessorTime);
        Console.WriteLine($"With {many} more events, one request at a time:");
        foreach (var (name, path) in await site.EditorsPagesAsync("/graspp/"))
        {
            var target = await bare.AnswerAsync(await site.ReadAsync(path));
            Console.WriteLine(await alone.RunAsync(name, site.Getting(path), bare.Getting(target)));
        }

        return 0;
    }
}
