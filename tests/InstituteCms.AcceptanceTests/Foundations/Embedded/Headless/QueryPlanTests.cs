using System.Net;
using System.Text.RegularExpressions;
using InstituteCms.AcceptanceTests.Api;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Headless;

/// <summary>What programs ask most is as quick with twenty thousand events as with ten: the database goes to the rows it wants, and reads no others.</summary>
public sealed partial class QueryPlanTests : IClassFixture<TestSite>
{
    private const string Open = "/events/what-cities-promise-what-cities-pay";

    private readonly TestSite _site;

    public QueryPlanTests(TestSite site) => _site = site;

    [Theory]
    [InlineData(Open)]
    [InlineData(Open + "/availability")]
    [InlineData("/events?limit=20")]
    [InlineData("/events?past=true&limit=20")]
    [InlineData("/speakers?limit=20")]
    [InlineData("/reports?limit=20")]
    public async Task Request_reads_no_more_rows_than_it_answers(string path)
    {
        _site.Server.PreserveExecutionContext = true; // For the visitor that comes next.
        using var visitor = _site.Visit();

        await HoldAsync(async () => Assert.Equal(HttpStatusCode.OK, (await visitor.AskAsync(path, Institute.Department)).Status));
    }

    [Fact]
    public async Task Query_for_the_latest_events_reads_no_more_rows_than_it_answers()
    {
        _site.Server.PreserveExecutionContext = true;
        using var program = _site.Program(null);

        await HoldAsync(async () => Assert.Equal(HttpStatusCode.OK, (await program.QueryAsync("{ event(first: 20) { displayText event { speakers { name } availability { state } report { displayText } } } }")).Status));
    }

    [Theory]
    [InlineData("""SELECT * FROM "EventPartIndex" WHERE "SearchText" = @p0 LIMIT 20""")]
    [InlineData("""SELECT * FROM "EventPartIndex" WHERE "Published" = @p0""")]
    [InlineData("""SELECT * FROM "EventPartIndex" WHERE "Published" = @p0 ORDER BY "Series" LIMIT 20""")]
    [InlineData("""SELECT d.* FROM "Document" d INNER JOIN "EventPartIndex" i0 ON i0."DocumentId" = d."Id" WHERE d."Type" = @p0 AND i0."Series" = @p1 LIMIT 20""")]
    public async Task Statement_that_reads_everything_is_found_out(string sql) => Assert.True(ReadsMany(sql, await PlanAsync(sql)));

    private async Task HoldAsync(Func<Task> ask)
    {
        await ask(); // What is read once is read now.
        using var statements = new Statements();
        await ask();

        Assert.NotEmpty(statements.Texts);
        foreach (var sql in statements.Texts)
        {
            var plan = await PlanAsync(sql);
            Assert.False(ReadsMany(sql, plan), $"{sql}\n{string.Join('\n', plan)}");
        }
    }

    /// <summary>Whether rows are read that are not wanted: all of a table, or all that a flag names, unless they come in the order in which the first of them are wanted.</summary>
    private static bool ReadsMany(string sql, IReadOnlyList<string> plan)
    {
        var goesOn = sql.Contains(" LIMIT ", StringComparison.Ordinal)
            && !plan.Any(step => WholeSort().IsMatch(step))
            && plan.Count(step => step.StartsWith("SEARCH ", StringComparison.Ordinal)) == 1;
        return plan.Any(step => step.StartsWith("SCAN ", StringComparison.Ordinal)) || (!goesOn && plan.Any(step => ByFlag().IsMatch(step)));
    }

    private async Task<IReadOnlyList<string>> PlanAsync(string sql) =>
        [.. (await SiteDatabase.Of(_site).ListAsync("EXPLAIN QUERY PLAN " + Place().Replace(sql, "'x'"))).Select(row => (string)row[3])];

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Place();

    /// <summary>Found by what thousands have in common; an end that is over is one of those, one that is to come is not.</summary>
    [GeneratedRegex(@"\((Published|Latest|Type|ContentType)=\?( AND (Published|Latest|ContentType)=\?)*( AND \w+<\?)?\)$")]
    private static partial Regex ByFlag();

    [GeneratedRegex(@"^USE TEMP B-TREE FOR (ORDER BY|GROUP BY|DISTINCT)$")]
    private static partial Regex WholeSort();
}
