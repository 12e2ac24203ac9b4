using System.Globalization;
using System.Text;
using ConsoleListing;
using InstituteCms.Client;
using InstituteCms.Client.Models;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

// The next seminars of a site, in the words of a language:
//   dotnet run --project samples/console-listing -- https://www.institute.example/graspp ja
if (args is not [var site, .. var rest] || !Uri.TryCreate(site, UriKind.Absolute, out var address) || rest is not ([] or ["en" or "ja"]))
{
    Console.Error.WriteLine("Usage: ConsoleListing <address of the site> [en|ja]");
    return 2;
}

Console.OutputEncoding = Encoding.UTF8;
var words = Words.In(rest is [var language] ? language : "en");
CultureInfo.CurrentCulture = words.Culture;
using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()) { BaseUrl = address.ToString().TrimEnd('/') };
var client = new SeminarsClient(adapter);
try
{
    var list = await client.Api.Seminars.V1.Events.GetAsync(request =>
    {
        request.QueryParameters.Limit = 10;
        request.Headers.Add("Accept-Language", words.Culture.TwoLetterISOLanguageName);
    });
    Console.WriteLine(list?.Items is [_, ..] ? words.Next : words.Nothing);
    foreach (var seminar in list?.Items ?? [])
    {
        Console.WriteLine();
        Console.WriteLine(seminar.Title);
        Console.WriteLine("  " + string.Join(" · ", new[] { words.When(seminar), seminar.Place }.Where(text => !string.IsNullOrEmpty(text))));
        Console.WriteLine("  " + seminar.Availability?.Sentence);
        Console.WriteLine("  " + seminar.Url);
    }

    return 0;
}
catch (ApiProblem problem)
{
    Console.Error.WriteLine(problem.Title); // In the language that was asked for.
    return 1;
}
catch (HttpRequestException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
