using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>"You are registered" is a promise that outlives the process which gave it.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("institute-cms-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Registration_and_mail_are_there_after_a_kill()
    {
        Uri personal;
        await using (var host = await HostProcess.Start(_data).ReadyAsync())
        {
            personal = await RegisterAsync(host.Address);
            await host.KillAsync();
        }

        await using var restarted = await HostProcess.Start(_data, environment: ("OrchardCore__OrchardCore_BackgroundService__PollingTime", "00:00:01")).ReadyAsync();
        using var http = new HttpClient();
        var page = await http.GetStringAsync(new Uri(restarted.Address, personal.PathAndQuery), TestContext.Current.CancellationToken);

        Assert.Contains("You are registered", page, StringComparison.Ordinal);
        var mail = await Mailbox.ReadAsync(Path.Combine(_data, "Sites", Institute.DepartmentTenant, "Emails"), "crash@example.org", 1);
        Assert.Contains(personal.PathAndQuery, mail[0].TextBody, StringComparison.Ordinal);
        Assert.InRange(mail.Count, 1, 2);
    }

    private static async Task<Uri> RegisterAsync(Uri host)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = host };
        var address = $"/{Institute.Department}{Institute.OpenEvent}/register";
        var document = await new HtmlParser().ParseDocumentAsync(await http.GetStringAsync(address, TestContext.Current.CancellationToken));
        var fields = Form.Read((IHtmlFormElement)document.QuerySelector("main form[method=post]")!)
            .Where(f => f.Key is not ("Form.Name" or "Form.Email" or "Form.Consent"))
            .Append(new("Form.Name", "Crash Test")).Append(new("Form.Email", "crash@example.org")).Append(new("Form.Consent", "true"));

        using var content = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(address, content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return new Uri(host, answer.Headers.Location!);
    }
}
