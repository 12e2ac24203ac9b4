using Xunit;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Kernel.Tests.Data;

public abstract class QueryTests(Backend backend) : IAsyncLifetime
{
    private static readonly DateTime _noon = new(2026, 3, 29, 12, 0, 0, DateTimeKind.Utc);

    private DataTenant _tenant = null!;
    private ISession _session = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _tenant = await DataTenant.StartAsync(backend);
        await _tenant.SaveAsync(
            new Talk { Title = "Alpha 100%", Kind = TalkKind.Lecture, Seats = 10, Taken = 10, Published = true, StartUtc = _noon, Tags = ["x", "y"] },
            new Talk { Title = "Beta", Kind = TalkKind.Workshop, Seats = 20, Taken = 5, Published = true, StartUtc = _noon.AddMilliseconds(500), Tags = ["y"] },
            new Talk { Title = "Gamma", Kind = TalkKind.Workshop, Seats = 30, Taken = 40, StartUtc = null, Tags = ["z"] },
            new Note { Text = "Beta" });
        _session = _tenant.Store.CreateSession();
    }

    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        await _tenant.DisposeAsync();
    }

    [Fact]
    public async Task Predicates_mean_what_they_say()
    {
        var local = new { Seats = 20, None = (DateTime?)null, Titles = new[] { "Beta", "Gamma" }, Nothing = Array.Empty<string>() };
        var yes = true;

        Assert.Equal("Beta", await Titles(t => t.Seats == local.Seats));
        Assert.Equal("Beta Gamma", await Titles(t => t.Seats >= local.Seats));
        Assert.Equal("Alpha 100% Beta", await Titles(t => t.Published));
        Assert.Equal("Gamma", await Titles(t => !t.Published));
        Assert.Equal("Alpha 100% Beta", await Titles(t => t.Published == yes));
        Assert.Equal("Gamma", await Titles(t => t.StartUtc == null));
        Assert.Equal("Gamma", await Titles(t => t.StartUtc == local.None));
        Assert.Equal("Alpha 100% Beta", await Titles(t => t.StartUtc != null));
        Assert.Equal("Alpha 100% Beta", await Titles(t => t.StartUtc.HasValue));
        Assert.Equal("Beta", await Titles(t => t.StartUtc > _noon));
        Assert.Equal("Alpha 100%", await Titles(t => t.StartUtc <= _noon));
        Assert.Equal("Beta Gamma", await Titles(t => t.Kind == TalkKind.Workshop));
        Assert.Equal("Beta", await Titles(t => t.Taken < t.Seats));
        Assert.Equal("Alpha 100% Beta", await Titles(t => t.Seats - t.Taken >= 0));
        Assert.Equal("Alpha 100% Gamma", await Titles(t => (t.Seats == 10 && t.Published) || t.Title == "Gamma"));
        Assert.Equal("Beta Gamma", await Titles(t => t.Title.IsIn(local.Titles)));
        Assert.Equal("", await Titles(t => t.Title.IsIn(local.Nothing)));
        Assert.Equal("Alpha 100%", await Titles(t => t.Title.IsNotIn(local.Titles)));
        Assert.Equal("Alpha 100% Beta Gamma", await Titles(t => t.Title.IsNotIn(local.Nothing)));
        Assert.Equal("Alpha 100% Beta", await Titles(t => t.Title.IsIn<TalkIndex>(other => other.Title!, other => other.Seats <= local.Seats)));
        Assert.Equal("Gamma", await Titles(t => t.Title.IsNotIn<TalkIndex>(other => other.Title!, other => other.Seats <= local.Seats)));
        Assert.Equal("Alpha 100%", await Titles(t => t.Title!.Contains("0%")));
        Assert.Equal("", await Titles(t => t.Title!.Contains("a%a")));
        Assert.Equal("Beta", await Titles(t => t.Title!.StartsWith("Be")));
        Assert.Equal("Gamma", await Titles(t => t.Title!.EndsWith("mma")));
        Assert.Equal("Beta Gamma", await Titles(t => t.Title!.IsLike("%_a") && !t.Title!.Contains("Alpha")));
        Assert.Equal("Alpha 100% Beta Gamma", await Titles(t => yes));
        Assert.Equal("", await Titles(t => t.Seats > 0 && !yes));
    }

    [Fact]
    public async Task What_cannot_be_said_in_SQL_is_refused_rather_than_ignored() =>
        await Assert.ThrowsAsync<NotSupportedException>(() => Titles(t => t.Title!.Trim() == "Beta"));

    [Fact]
    public async Task Orders_and_pages()
    {
        var query = _session.Query<Talk, TalkIndex>().OrderByDescending(t => t.Published).ThenBy(t => t.Seats);

        Assert.Equal(["Alpha 100%", "Beta", "Gamma"], (await query.ListAsync(Token)).Select(t => t.Title));
        Assert.Equal(["Beta"], (await query.Skip(1).Take(1).ListAsync(Token)).Select(t => t.Title));
        Assert.Equal(3, await query.CountAsync(Token));
        Assert.Equal("Gamma", (await _session.Query<Talk, TalkIndex>().OrderByDescending(t => t.Seats).FirstOrDefaultAsync(Token)).Title);
        Assert.Equal(["Gamma"], (await _session.QueryIndex<TalkIndex>().OrderBy(t => t.Seats).Skip(2).ListAsync(Token)).Select(t => t.Title));
    }

    [Fact]
    public async Task A_document_that_matches_twice_appears_once()
    {
        var query = _session.Query<Talk, TalkTagIndex>(t => t.Tag == "x" || t.Tag == "y").OrderByDescending(t => t.Tag!);

        Assert.Equal(2, await query.CountAsync(Token));
        Assert.Equal(2, (await query.ListAsync(Token)).Count());
        Assert.Equal(3, (await query.NoDuplicates().ListAsync(Token)).Count());
    }

    [Fact]
    public async Task Indexes_join_and_combine()
    {
        var joined = await _session.Query<Talk, TalkIndex>(t => t.Published).With<TalkTagIndex>(t => t.Tag == "x").ListAsync(Token);
        var any = await _session.Query<Talk, TalkIndex>(t => t.Seats > 0)
            .Any(q => q.With<TalkTagIndex>(t => t.Tag == "z"), q => q.With<TalkIndex>(t => t.Seats == 20))
            .ListAsync(Token);
        var all = await _session.Query<Talk>()
            .All(q => q.With<TalkTagIndex>(t => t.Tag == "x"), q => q.With<TalkTagIndex>(t => t.Tag == "y"))
            .ListAsync(Token);

        Assert.Equal(["Alpha 100%"], joined.Select(t => t.Title));
        Assert.Equal(["Beta", "Gamma"], any.Select(t => t.Title));
        Assert.Equal(["Alpha 100%"], all.Select(t => t.Title));
    }

    [Fact]
    public async Task Rows_come_back_as_they_went()
    {
        var row = await _session.QueryIndex<TalkIndex>(t => t.Title == "Beta").FirstOrDefaultAsync(Token);

        Assert.Equal((TalkKind.Workshop, 20, true, _noon.AddMilliseconds(500)), (row.Kind, row.Seats, row.Published, row.StartUtc));
        Assert.Equal(DateTimeKind.Utc, row.StartUtc!.Value.Kind);
        Assert.Equal("Beta", (await _session.GetAsync<Talk>(row.DocumentId)).Title);
    }

    [Fact]
    public async Task A_class_is_found_without_an_index_and_missing_ids_are_left_out()
    {
        var note = await _session.Query<Note>().FirstOrDefaultAsync(Token);
        var titles = new List<string>();
        await foreach (var talk in _session.Query<Talk>().ToAsyncEnumerable(Token))
        {
            titles.Add(talk.Title);
        }

        Assert.Equal("Beta", note.Text);
        Assert.Equal(3, titles.Count);
        Assert.Equal([note], await _session.GetAsync<Note>([9999, note.Id], null, Token));
    }

    private async Task<string> Titles(System.Linq.Expressions.Expression<Func<TalkIndex, bool>> predicate) =>
        string.Join(' ', (await _session.QueryIndex(predicate).OrderBy(t => t.Title!).ListAsync(Token)).Select(t => t.Title));
}
