using InstituteCms.Benchmarks;

// The site and a bare endpoint that answers the same bytes, measured in turn in one run; what counts is the ratio.
await using var site = await MeasuredSite.StartAsync();
await using var bare = await BareEndpoint.StartAsync();
var comparison = new Comparison(rounds: args.Contains("--quick") ? 2 : 7, requests: args.Contains("--quick") ? 50 : 400, atOnce: 4);

Console.WriteLine("page                 site ms/request   bare ms/request   ratio (median of rounds; min-max)");
foreach (var (name, path) in new[] { ("event page", "/events/un-peace-operations-today-and-tomorrow"), ("event list", "/events?when=past"), ("event list, open", "/graspp/events") })
{
    var target = await bare.AnswerAsync(await site.ReadAsync(path));
    Console.WriteLine(await comparison.RunAsync(name, site.Getting(path), bare.Getting(target)));
}

var registering = await site.RegisteringAsync("/graspp/", "events/what-cities-promise-what-cities-pay");
Console.WriteLine(await comparison.RunAsync("registration", registering, bare.Posting(await bare.AnswerAsync(new Answer(302, "text/html", []))) ));
return 0;
