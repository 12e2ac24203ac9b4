using InstituteCms.AcceptanceTests.Headless;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using Xunit;
using YesSql;
using YesSql.Indexes;

namespace InstituteCms.Kernel.Tests.Data;

public abstract class SessionTests(Backend backend) : IAsyncLifetime
{
    private DataTenant _tenant = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _tenant = await DataTenant.StartAsync(backend);

    public ValueTask DisposeAsync() => _tenant.DisposeAsync();

    [Fact]
    public async Task A_document_is_one_object_in_a_session()
    {
        await _tenant.SaveAsync(new Talk { Title = "one" });
        await using var session = _tenant.Store.CreateSession();

        var byIndex = await session.Query<Talk, TalkIndex>(t => t.Title == "one").FirstOrDefaultAsync(Token);
        var byClass = await session.Query<Talk>().FirstOrDefaultAsync(Token);

        Assert.NotNull(byIndex);
        Assert.Same(byIndex, byClass);
        Assert.Same(byIndex, await session.GetAsync<Talk>(byIndex.Id));
    }

    [Fact]
    public async Task A_query_sees_what_was_saved_before_it_and_the_document_has_its_id_then()
    {
        await using var session = _tenant.Store.CreateSession();
        var talk = new Talk { Title = "new" };
        await session.SaveAsync(talk);

        Assert.Same(talk, await session.Query<Talk, TalkIndex>(t => t.Title == "new").FirstOrDefaultAsync(Token));
        Assert.True(talk.Id > 0);
        await using var other = _tenant.Store.CreateSession();
        Assert.Equal(0, await other.Query<Talk>().CountAsync(Token));
    }

    [Fact]
    public async Task Only_what_is_saved_is_written_and_again_when_it_changes_until_the_commit()
    {
        await _tenant.SaveAsync(new Talk { Title = "saved" }, new Talk { Title = "loaded" });
        await using (var session = _tenant.Store.CreateSession())
        {
            var saved = await session.Query<Talk, TalkIndex>(t => t.Title == "saved").FirstOrDefaultAsync(Token);
            var loaded = await session.Query<Talk, TalkIndex>(t => t.Title == "loaded").FirstOrDefaultAsync(Token);
            await session.SaveAsync(saved);
            await session.FlushAsync(Token);
            saved.Title = "saved twice";
            loaded.Title = "changed in vain";
            await session.SaveChangesAsync(Token);
            saved.Title = "after the commit";
            await session.SaveChangesAsync(Token);
        }

        await using var reader = _tenant.Store.CreateSession();
        Assert.Equal(["loaded", "saved twice"], (await reader.QueryIndex<TalkIndex>().OrderBy(t => t.Title!).ListAsync(Token)).Select(t => t.Title));
    }

    [Fact]
    public async Task Index_rows_follow_the_document()
    {
        var talk = new Talk { Title = "t", Tags = ["a", "b"] };
        await using var session = _tenant.Store.CreateSession();
        await session.SaveAsync(talk);
        Assert.Equal(2, await session.QueryIndex<TalkTagIndex>().CountAsync(Token));

        talk.Tags = ["c"];
        Assert.Equal("c", Assert.Single(await session.QueryIndex<TalkTagIndex>().ListAsync(Token)).Tag);

        talk.Title = "hidden";
        Assert.Equal(0, await session.QueryIndex<TalkIndex>().CountAsync(Token));

        session.Delete(talk);
        Assert.Equal(0, await session.QueryIndex<TalkTagIndex>().CountAsync(Token));
        Assert.Null(await session.GetAsync<Talk>(talk.Id));
    }

    [Fact]
    public async Task A_concurrency_check_refuses_to_overwrite_another_change_and_cancels()
    {
        await _tenant.SaveAsync(new Talk { Title = "t" });
        await using var first = _tenant.Store.CreateSession();
        await using var second = _tenant.Store.CreateSession();
        var mine = await first.Query<Talk>().FirstOrDefaultAsync(Token);
        var theirs = await second.Query<Talk>().FirstOrDefaultAsync(Token);
        theirs.Title = "theirs";
        await second.SaveAsync(theirs, checkConcurrency: true);
        await second.SaveChangesAsync(Token);

        mine.Title = "mine";
        await first.SaveAsync(mine, checkConcurrency: true);
        var refused = await Assert.ThrowsAsync<ConcurrencyException>(() => first.SaveChangesAsync(Token));

        Assert.Equal(mine.Id, refused.Document.Id);
        await first.SaveChangesAsync(Token);
        await using var reader = _tenant.Store.CreateSession();
        Assert.Equal("theirs", (await reader.Query<Talk>().FirstOrDefaultAsync(Token)).Title);
    }

    [Fact]
    public async Task A_version_property_is_checked_by_its_value()
    {
        var note = new Note { Text = "1" };
        await _tenant.SaveAsync(note);
        await using (var session = _tenant.Store.CreateSession())
        {
            await session.SaveAsync(new Note { Id = note.Id, Version = note.Version, Text = "2" }, checkConcurrency: true);
            await session.SaveChangesAsync(Token);
        }

        await using var late = _tenant.Store.CreateSession();
        await late.SaveAsync(new Note { Id = note.Id, Version = note.Version, Text = "3" }, checkConcurrency: true);
        await Assert.ThrowsAsync<ConcurrencyException>(() => late.SaveChangesAsync(Token));
    }

    [Fact]
    public async Task After_a_cancel_every_commit_rolls_back()
    {
        await using var session = _tenant.Store.CreateSession();
        await session.SaveAsync(new Talk { Title = "1" });
        await session.FlushAsync(Token);
        await session.CancelAsync();
        await session.SaveAsync(new Talk { Title = "2" });
        await session.SaveChangesAsync(Token);

        await using var reader = _tenant.Store.CreateSession();
        Assert.Equal(0, await reader.Query<Talk>().CountAsync(Token));
    }

    [Fact]
    public async Task A_shell_scope_commits_at_its_end_and_an_inner_service_scope_does_not()
    {
        AsyncServiceScope inner = default;
        await _tenant.UsingAsync(async services =>
        {
            await services.GetRequiredService<ISession>().SaveAsync(new Talk { Title = "outer" });
            inner = services.CreateAsyncScope();
            await inner.ServiceProvider.GetRequiredService<ISession>().SaveAsync(new Talk { Title = "inner" });
        });
        await inner.DisposeAsync();

        await using var reader = _tenant.Store.CreateSession();
        Assert.Equal("outer", Assert.Single(await reader.Query<Talk>().ListAsync(Token)).Title);
    }

    [Fact]
    public async Task A_shell_scope_that_throws_commits_nothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _tenant.UsingAsync(async (ISession session) =>
        {
            await session.SaveAsync(new Talk { Title = "lost" });
            await session.FlushAsync(Token);
            throw new InvalidOperationException();
        }));

        await using var reader = _tenant.Store.CreateSession();
        Assert.Equal(0, await reader.Query<Talk>().CountAsync(Token));
    }

    [Fact]
    public async Task Ids_are_never_given_twice()
    {
        var first = new Talk { Title = "1" };
        var second = new Talk { Title = "2" };
        await _tenant.SaveAsync(first);
        await _tenant.UsingAsync((ISession session) =>
        {
            session.Delete(first);
            return Task.CompletedTask;
        });
        await _tenant.SaveAsync(second);

        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task A_scoped_index_provider_works_with_the_session_that_asks_it()
    {
        await using var tenant = _tenant.OtherNode(services => services.AddScopedIndexProvider<CountingProvider>());

        await tenant.UsingAsync(async (ISession session) =>
        {
            await session.SaveAsync(new Talk { Title = "1" });
            await session.SaveAsync(new Talk { Title = "2" });
            Assert.Equal(2, await session.QueryIndex<TalkTagIndex>().CountAsync(Token));
        });

        await using var reader = tenant.Store.CreateSession();
        Assert.Equal(["2", "2"], (await reader.QueryIndex<TalkTagIndex>().OrderBy(t => t.Tag!).ListAsync(Token)).Select(t => t.Tag));
    }

    [Fact]
    public async Task Many_documents_are_written_with_few_statements_in_the_order_in_which_they_were_saved()
    {
        const int many = 600; // More than go into one statement.
        var talks = Enumerable.Range(0, many).Select(number => new Talk { Title = $"Talk {number}", Tags = ["a", "b"], StartUtc = number % 2 == 0 ? null : DateTime.UnixEpoch }).ToList();
        await using (var session = _tenant.Store.CreateSession())
        {
            foreach (var talk in talks)
            {
                await session.SaveAsync(talk);
            }

            using var statements = new Statements();
            await session.SaveChangesAsync(Token);
            Assert.InRange(statements.Count, 4, 20);
        }

        await using var reader = _tenant.Store.CreateSession();
        var rows = (await reader.QueryIndex<TalkIndex>().OrderBy(t => t.DocumentId).ListAsync(Token)).ToList();
        Assert.Equal(talks.Select(talk => (talk.Id, (string?)talk.Title, talk.StartUtc)), rows.Select(row => (row.DocumentId, row.Title, row.StartUtc)));
        Assert.Equal(2 * many, await reader.QueryIndex<TalkTagIndex>().CountAsync(Token));
        Assert.Equal(talks.Select(talk => talk.Title), (await reader.GetAsync<Talk>([.. talks.Select(talk => talk.Id)], cancellationToken: Token)).Select(talk => talk.Title));
    }

    [Fact]
    public async Task A_disposed_session_opens_nothing()
    {
        var session = _tenant.Store.CreateSession();
        await session.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => session.Query<Talk>().CountAsync(Token));
    }

    /// <summary>Tags every talk with the number of talks there are, with those that are written together with it.</summary>
    private sealed class CountingProvider(IServiceProvider services) : IndexProvider<Talk>, IScopedIndexProvider
    {
        public override void Describe(DescribeContext<Talk> context) => context.For<TalkTagIndex>().Map(async _ =>
        {
            var count = await services.GetRequiredService<ISession>().Query<Talk>().CountAsync(Token);
            return new TalkTagIndex { Tag = count.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        });
    }
}
