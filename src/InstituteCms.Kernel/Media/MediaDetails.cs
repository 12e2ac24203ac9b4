using OrchardCore.Data.Migration;
using YesSql.Indexes;
using YesSql.Sql;

namespace InstituteCms.Kernel.Media;

/// <summary>What an editor said about a file. The file itself holds none of it.</summary>
public sealed class MediaDetails
{
    /// <summary>Id of the document.</summary>
    public long Id { get; set; }

    /// <summary>Its path.</summary>
    public string Path { get; set; } = string.Empty;

    /// <summary>What it shows, offered wherever it is used.</summary>
    public string AltText { get; set; } = string.Empty;

    /// <summary>How its sizes are cut.</summary>
    public Framing Framing { get; set; } = new();

    /// <summary>Paths that it was found under before, so that pages go on showing it.</summary>
    public IList<string> FormerPaths { get; set; } = [];
}

/// <summary>Finds details by the path of now and by those of before, and by words.</summary>
internal sealed class MediaDetailsIndex : MapIndex
{
    public const int MaxPath = 500;

    public const int MaxAltText = 1000;

    public string Path { get; set; } = string.Empty;

    public bool IsFormer { get; set; }

    public string AltText { get; set; } = string.Empty;
}

internal sealed class MediaDetailsIndexProvider : IndexProvider<MediaDetails>
{
    public override void Describe(DescribeContext<MediaDetails> context) => context.For<MediaDetailsIndex>().Map(details =>
        details.FormerPaths.Select(path => new MediaDetailsIndex { Path = path, IsFormer = true })
            .Prepend(new MediaDetailsIndex { Path = details.Path, AltText = details.AltText.ToLowerInvariant() }));
}

internal sealed class MediaDetailsMigrations : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<MediaDetailsIndex>(table => table
            .Column<string>(nameof(MediaDetailsIndex.Path), column => column.WithLength(MediaDetailsIndex.MaxPath))
            .Column<bool>(nameof(MediaDetailsIndex.IsFormer))
            .Column<string>(nameof(MediaDetailsIndex.AltText), column => column.WithLength(MediaDetailsIndex.MaxAltText)));
        await SchemaBuilder.AlterIndexTableAsync<MediaDetailsIndex>(table => table
            .CreateIndex("IDX_MediaDetailsIndex_Path", nameof(MediaDetailsIndex.Path), "DocumentId"));
        return 1;
    }
}
