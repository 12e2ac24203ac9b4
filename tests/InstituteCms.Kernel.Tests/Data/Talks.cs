using OrchardCore.Data.Migration;
using YesSql.Indexes;
using YesSql.Sql;

namespace InstituteCms.Kernel.Tests.Data;

public enum TalkKind
{
    Lecture,
    Workshop,
}

public sealed class Talk
{
    public long Id { get; set; }

    public string Title { get; set; } = "";

    public TalkKind Kind { get; set; }

    public int Seats { get; set; }

    public int Taken { get; set; }

    public bool Published { get; set; }

    public DateTime? StartUtc { get; set; }

    public List<string> Tags { get; set; } = [];
}

public sealed class Note
{
    public long Id { get; set; }

    public long Version { get; set; }

    public string Text { get; set; } = "";
}

public sealed class TalkIndex : MapIndex
{
    public long DocumentId { get; set; }

    public string? Title { get; set; }

    public TalkKind Kind { get; set; }

    public int Seats { get; set; }

    public int Taken { get; set; }

    public bool Published { get; set; }

    public DateTime? StartUtc { get; set; }
}

public sealed class TalkTagIndex : MapIndex
{
    public string? Tag { get; set; }
}

public sealed class TalkIndexProvider : IndexProvider<Talk>
{
    public override void Describe(DescribeContext<Talk> context)
    {
        context.For<TalkIndex>().When(talk => talk.Title != "hidden").Map(talk => new TalkIndex
        {
            Title = talk.Title,
            Kind = talk.Kind,
            Seats = talk.Seats,
            Taken = talk.Taken,
            Published = talk.Published,
            StartUtc = talk.StartUtc,
        });

        context.For<TalkTagIndex>().Map(talk => talk.Tags.Select(tag => new TalkTagIndex { Tag = tag }));
    }
}

public sealed class TalkMigrations : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<TalkIndex>(table => table
            .Column<string>(nameof(TalkIndex.Title), column => column.WithLength(255))
            .Column<TalkKind>(nameof(TalkIndex.Kind))
            .Column<int>(nameof(TalkIndex.Seats))
            .Column<int>(nameof(TalkIndex.Taken))
            .Column<bool>(nameof(TalkIndex.Published), column => column.NotNull().WithDefault(false))
            .Column<DateTime>(nameof(TalkIndex.StartUtc)));
        await SchemaBuilder.AlterIndexTableAsync<TalkIndex>(table => table
            .CreateIndex("IDX_TalkIndex_Title", "DocumentId", nameof(TalkIndex.Title)));
        await SchemaBuilder.CreateMapIndexTableAsync<TalkTagIndex>(table => table.Column<string>(nameof(TalkTagIndex.Tag)));
        await SchemaBuilder.CreateTableAsync("Seats", table => table
            .Column<string>("EventId", column => column.PrimaryKey().WithLength(26))
            .Column<int>("Taken", column => column.NotNull()));
        await SchemaBuilder.CreateTableAsync("Claims", table => table
            .Column<long>("Id", column => column.PrimaryKey().Identity())
            .Column<string>("Address", column => column.NotNull().Unique()));
        return 1;
    }
}
