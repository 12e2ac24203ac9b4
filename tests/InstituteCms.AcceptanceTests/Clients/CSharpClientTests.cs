using InstituteCms.AcceptanceTests.Sites;
using InstituteCms.Client;
using InstituteCms.Client.Api.Seminars.V1;
using InstituteCms.Client.Models;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace InstituteCms.AcceptanceTests.Clients;

/// <summary>A program in C# does with the generated client what there is to do.</summary>
public sealed class CSharpClientTests : IClassFixture<TestSite>, IDisposable
{
    private readonly HttpClient _http;
    private readonly HttpClientRequestAdapter _adapter;

    public CSharpClientTests(TestSite site)
    {
        _http = site.CreateClient();
        _adapter = new(new AnonymousAuthenticationProvider(), httpClient: _http) { BaseUrl = new Uri(_http.BaseAddress!, Institute.Department).ToString() };
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private V1RequestBuilder Api => new SeminarsClient(_adapter).Api.Seminars.V1;

    [Fact]
    public async Task Program_finds_an_event_registers_somebody_and_gives_the_seat_back()
    {
        var list = await Api.Events.GetAsync(request => request.QueryParameters.Limit = 5, Token);
        var listed = list!.Items!.First(item => item.Availability!.State == ApiAvailabilityState.Open);
        var seminar = await Api.Events[listed.Id!].GetAsync(cancellationToken: Token);
        Assert.Equal((listed.Title, listed.Start, listed.TimeZone), (seminar!.Title, seminar.Start, seminar.TimeZone));
        Assert.NotEmpty(seminar.Speakers!);
        var before = await RemainingAsync(listed.Id!);

        var form = await Api.Events[listed.Id!].RegistrationForm.GetAsync(cancellationToken: Token);
        var made = await Api.Events[listed.Id!].Registrations.PostAsync(
            new()
            {
                Name = "Tanaka Yuki",
                Email = "client@city.example",
                Language = "ja",
                Consent = true,
                NoticeVersion = form!.NoticeVersion,
            },
            request => request.Headers.Add("Idempotency-Key", "client-1"),
            Token);
        var seen = await Api.Registrations[made!.Token!].GetAsync(cancellationToken: Token);
        var changed = await Api.Registrations[made.Token!].PatchAsync(new() { Affiliation = "City of Kyoto" }, cancellationToken: Token);

        Assert.Equal((ApiRegistrationStatus.Confirmed, "client@city.example", listed.Id), (seen!.Status, seen.Email, seen.EventId));
        Assert.Equal(("Tanaka Yuki", "City of Kyoto"), (changed!.Name, changed.Affiliation));
        Assert.Equal(before - 1, await RemainingAsync(listed.Id!));

        var cancelled = await Api.Registrations[made.Token!].DeleteAsync(cancellationToken: Token);

        Assert.Equal(ApiRegistrationStatus.Cancelled, cancelled!.Status);
        Assert.Equal(before, await RemainingAsync(listed.Id!));
    }

    [Fact]
    public async Task What_is_refused_is_thrown_with_its_reason_and_its_field()
    {
        var unknown = await Assert.ThrowsAsync<ApiProblem>(() => Api.Events["none"].GetAsync(cancellationToken: Token));
        var bad = await Assert.ThrowsAsync<ApiProblem>(() => Api.Events.GetAsync(request => request.QueryParameters.Limit = 1_000, Token));

        Assert.Equal((404, "urn:institutecms:problem:not-found"), (unknown.Status, unknown.Type));
        Assert.Equal((400, "limit"), (bad.Status, Assert.Single(bad.Errors!).Parameter));
    }

    public void Dispose()
    {
        _adapter.Dispose();
        _http.Dispose();
    }

    private async Task<int?> RemainingAsync(string id) => (await Api.Events[id].Availability.GetAsync(cancellationToken: Token))!.Remaining;
}
