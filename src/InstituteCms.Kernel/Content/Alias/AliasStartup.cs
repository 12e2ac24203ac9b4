using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Alias.Indexes;
using OrchardCore.Alias.Models;
using OrchardCore.Alias.Settings;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Liquid;
using OrchardCore.Modules;
using YesSql;
using YesSql.Indexes;
using YesSql.Sql;

namespace InstituteCms.Kernel.Content.Alias;

[Feature("OrchardCore.Alias")]
public sealed class AliasStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddContentPart<AliasPart>().AddHandler<AliasPartHandler>();
        services.AddIndexProvider<AliasPartIndexProvider>();
        services.AddDataMigration<AliasMigrations>();
        services.AddScoped<IContentHandleProvider, AliasHandleProvider>();
    }
}

internal sealed class AliasPartIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context) => context.For<AliasPartIndex>()
        .When(item => (item.Published || item.Latest) && item.Has<AliasPart>())
        .Map(item => item.TryGet<AliasPart>(out var part) && !string.IsNullOrEmpty(part.Alias)
            ? new AliasPartIndex { ContentItemId = item.ContentItemId, Alias = part.Alias.ToLowerInvariant(), Published = item.Published, Latest = item.Latest }
            : null!);
}

internal sealed class AliasMigrations(IContentDefinitionManager definitions) : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await definitions.AlterPartDefinitionAsync(nameof(AliasPart), part => part
            .Attachable()
            .WithDescription("Provides a way to define custom aliases for content items."));

        await SchemaBuilder.CreateMapIndexTableAsync<AliasPartIndex>(table => table
            .Column<string>(nameof(AliasPartIndex.Alias), c => c.WithLength(AliasPart.MaxAliasLength))
            .Column<string>(nameof(AliasPartIndex.ContentItemId), c => c.WithLength(26))
            .Column<bool>(nameof(AliasPartIndex.Latest))
            .Column<bool>(nameof(AliasPartIndex.Published)));

        await SchemaBuilder.AlterIndexTableAsync<AliasPartIndex>(table => table
            .CreateIndex("IDX_AliasPartIndex_Alias", "DocumentId", nameof(AliasPartIndex.Alias), nameof(AliasPartIndex.Published), nameof(AliasPartIndex.Latest)));

        return 1;
    }
}

/// <summary>Generates aliases and keeps them unique.</summary>
internal sealed class AliasPartHandler : ContentPartHandler<AliasPart>
{
    private readonly IContentDefinitionManager _definitions;
    private readonly ILiquidTemplateManager _liquid;
    private readonly ISession _session;
    private readonly IStringLocalizer S;

    public AliasPartHandler(IContentDefinitionManager definitions, ILiquidTemplateManager liquid, ISession session, IStringLocalizer<AliasPartHandler> localizer)
    {
        _definitions = definitions;
        _liquid = liquid;
        _session = session;
        S = localizer;
    }

    public override Task CreatedAsync(CreateContentContext context, AliasPart part) => SetAliasAsync(part);

    public override Task UpdatedAsync(UpdateContentContext context, AliasPart part) => SetAliasAsync(part);

    public override async Task ValidatingAsync(ValidateContentContext context, AliasPart part)
    {
        if (part.Alias?.Length > AliasPart.MaxAliasLength)
        {
            context.Fail(S["Your alias is too long. The alias can only be up to {0} characters.", AliasPart.MaxAliasLength], nameof(part.Alias));
        }

        if (!string.IsNullOrEmpty(part.Alias) && !await IsFreeAsync(part.Alias, part.ContentItem.ContentItemId))
        {
            context.Fail(S["Your alias is already in use."], nameof(part.Alias));
        }
    }

    public override async Task CloningAsync(CloneContentContext context, AliasPart part)
    {
        var clone = context.CloneContentItem.GetOrCreate<AliasPart>();
        clone.Alias = string.IsNullOrEmpty(part.Alias) ? null : await UniqueAsync(part.Alias, context.CloneContentItem.ContentItemId);
        context.CloneContentItem.Apply(clone);
    }

    private async Task SetAliasAsync(AliasPart part)
    {
        var settings = await _definitions.GetPartSettingsAsync<AliasPartSettings>(part.ContentItem, nameof(AliasPart));
        if (string.IsNullOrEmpty(part.Alias) && !string.IsNullOrEmpty(settings.Pattern)
            && await PatternText.RenderAsync(_liquid, settings.Pattern, part.ContentItem) is { Length: > 0 } alias)
        {
            part.Alias = await UniqueAsync(alias, part.ContentItem.ContentItemId);
            part.Apply();
        }
    }

    private Task<string> UniqueAsync(string alias, string contentItemId) =>
        PatternText.MakeUniqueAsync(alias, AliasPart.MaxAliasLength, candidate => IsFreeAsync(candidate, contentItemId));

    private async Task<bool> IsFreeAsync(string alias, string contentItemId)
    {
        alias = alias.ToLowerInvariant();
        return await _session.QueryIndex<AliasPartIndex>(x => x.Alias == alias && x.ContentItemId != contentItemId).CountAsync() == 0;
    }
}

/// <summary>Finds items by <c>alias:name</c>.</summary>
internal sealed class AliasHandleProvider(ISession session) : IContentHandleProvider
{
    public int Order => 100;

    public async Task<string> GetContentItemIdAsync(string handle)
    {
        if (!handle.StartsWith("alias:", StringComparison.OrdinalIgnoreCase))
        {
            return null!;
        }

        var alias = handle[6..].ToLowerInvariant();
        return (await session.QueryIndex<AliasPartIndex>(x => x.Alias == alias && (x.Published || x.Latest)).FirstOrDefaultAsync())?.ContentItemId!;
    }
}
