using System.Globalization;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Sites;
using InstituteCms.Registrations;
using MimeKit;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>
/// "You are registered" is a promise that outlives the process which gave it. In each round people register, and the process is ended as by
/// a power cut: before a commit, after one, or while it mails.
/// </summary>
/// <remarks><c>CRASH_ROUNDS</c> in the environment asks for more rounds than the few of every day.</remarks>
public sealed class CrashTests : IDisposable
{
    private const int PeoplePerRound = 12;

    private static readonly int _rounds = int.TryParse(Environment.GetEnvironmentVariable("CRASH_ROUNDS"), out var rounds) ? rounds : 6;

    private readonly string _data = Directory.CreateTempSubdirectory("institute-cms-").FullName;
    private readonly Dictionary<string, string> _answered = [];

    /// <summary>When the process is ended, round by round.</summary>
    private enum Moment
    {
        BeforeTheFirstAnswer,
        AfterTheFirstAnswer,
        WhileMailing,
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Theory]
    [MemberData(nameof(Foundation.Postgres), MemberType = typeof(Foundation))]
    public async Task Registrations_and_mails_are_there_after_kills(bool postgres)
    {
        var database = postgres ? new SiteDatabase(await PostgresServer.NewDatabaseAsync(), PostgresSite.DepartmentPrefix) : SiteDatabase.In(_data);
        var environment = postgres ? PostgresSite.ProcessEnvironment(database.ConnectionString) : [];
        await using (await HostProcess.Start(_data, environment: environment).ReadyAsync())
        {
            await database.SetCapacityAsync(null);
        }

        for (var round = 0; round < _rounds; round++)
        {
            await using var host = await HostProcess.Start(_data, environment: environment).ReadyAsync();
            await CrashAsync(host, round);
        }

        Assert.NotEmpty(_answered);
        await AssertKeptAsync(postgres ? PostgresSite.Settings(database.ConnectionString) : [], database);
    }

    /// <summary>Lets people register at once, and ends the process at its moment.</summary>
    private async Task CrashAsync(HostProcess host, int round)
    {
        var moment = (Moment)(round % 3);
        var mailed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var folder = new FileSystemWatcher(Directory.CreateDirectory(MailFolder).FullName) { EnableRaisingEvents = true };
        folder.Created += (_, _) => mailed.TrySetResult();

        var visitors = Enumerable.Range(0, PeoplePerRound).Select(_ => Visitor.At(host.Address, Institute.Department)).ToList();
        var forms = await Task.WhenAll(visitors.Select(visitor => visitor.GetAsync(Institute.OpenEvent + "/register")));
        var posts = visitors.Select((visitor, i) => Task.Run(() => RegisterAsync(visitor, forms[i], $"round{round}.person{i}@example.org"))).ToList();

        await (moment switch
        {
            Moment.BeforeTheFirstAnswer => LaterEachRoundAsync(),
            Moment.AfterTheFirstAnswer => Task.WhenAny(posts),
            _ => mailed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken),
        });
        await host.KillAsync();
        await Task.WhenAll(posts);
        visitors.ForEach(visitor => visitor.Dispose());

        // A little later in each such round: the first of them die before anything is written, the later ones around the commits.
        Task LaterEachRoundAsync() => Task.Delay(round * 4, TestContext.Current.CancellationToken);
    }

    /// <summary>Registers; who got no answer knows nothing.</summary>
    private async Task RegisterAsync(Visitor visitor, Page form, string email)
    {
        try
        {
            var answer = await visitor.SubmitRegistrationAsync(form, email, "Crash Test");
            Assert.True(answer.IsSeated());
            lock (_answered)
            {
                _answered[email] = answer.RedirectsTo!;
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // The process is gone.
        }
    }

    private async Task AssertKeptAsync(Dictionary<string, string?> settings, SiteDatabase database)
    {
        // Later than the time for which a message is one process's to send.
        await using var site = new TestSite { Data = _data, LeaveData = true, Settings = settings };
        site.Clock.SetUtcNow(TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(10));
        using var visitor = site.Visit(Institute.Department);
        foreach (var link in _answered.Values)
        {
            Assert.Contains("You are registered", (await visitor.GetAsync(link)).Text, StringComparison.Ordinal);
        }

        var registered = (await database.ListAsync($"""SELECT "EmailKey" FROM {database.Table("RegistrationIndex")}""")).Select(row => (string)row[0]).ToList();
        Assert.Empty(_answered.Keys.Except(registered));
        Assert.Equal(registered.Distinct().Count(), registered.Count);
        Assert.Equal(registered.Count, await database.NumberAsync($"""SELECT SUM("SeatsTaken") FROM {database.Table(SeatLedger.SeatsTable)}"""));

        await site.UntilAsync(
            Institute.DepartmentTenant,
            () => Task.FromResult(registered.TrueForAll(Addressees().Contains)),
            () => site.Clock.Advance(TimeSpan.FromMinutes(1)),
            "for a mail to everybody who is registered");
        var mails = Addressees();
        Assert.Empty(mails.Except(registered));
        var twice = mails.Count - registered.Count;
        TestContext.Current.SendDiagnosticMessage(string.Create(
            CultureInfo.InvariantCulture, $"{_rounds} kills: {_answered.Count} answered, {registered.Count} registered, {twice} mails sent twice, none missing."));
        Assert.InRange(twice, 0, _rounds);
        Assert.All(mails.CountBy(address => address), mail => Assert.InRange(mail.Value, 1, 2));
    }

    private string MailFolder => Path.Combine(_data, "Sites", Institute.DepartmentTenant, "Emails");

    private List<string> Addressees() =>
        [.. Directory.GetFiles(MailFolder, "*.eml").Select(file => MimeMessage.Load(file).To.Mailboxes.Single().Address)];
}
