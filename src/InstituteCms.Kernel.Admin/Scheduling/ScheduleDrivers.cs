using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ArchiveLater.Models;
using OrchardCore.ArchiveLater.ViewModels;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Modules;
using OrchardCore.Mvc.ModelBinding;
using OrchardCore.PublishLater.Models;
using OrchardCore.PublishLater.ViewModels;

namespace InstituteCms.Kernel.Admin.Scheduling;

/// <summary>The form of when a draft is published by itself.</summary>
internal sealed class PublishLaterPartDisplayDriver(SetTimes times, IStringLocalizer<PublishLaterPartDisplayDriver> localizer) : ContentPartDisplayDriver<PublishLaterPart>
{
    private readonly IStringLocalizer S = localizer;

    public override IDisplayResult Display(PublishLaterPart part, BuildPartDisplayContext context) =>
        Initialize<PublishLaterPartViewModel>("PublishLaterPart_SummaryAdmin", model => Fill(model, part))
            .Location("SummaryAdmin", "Meta:25");

    public override IDisplayResult Edit(PublishLaterPart part, BuildPartEditorContext context) =>
        Initialize<PublishLaterPartViewModel>(GetEditorShapeType(context), model => Fill(model, part))
            .RenderWhen(() => times.MayAsync(part.ContentItem));

    public override async Task<IDisplayResult> UpdateAsync(PublishLaterPart part, UpdatePartEditorContext context)
    {
        if (times.IsAutosave || !await times.MayAsync(part.ContentItem))
        {
            return Edit(part, context);
        }

        var (before, form) = (part.ScheduledPublishUtc, new PublishLaterPartViewModel());
        await context.Updater.TryUpdateModelAsync(form, Prefix);
        var local = times.Button("submit.Save") == "submit.CancelPublishLater" ? null : form.ScheduledPublishLocalDateTime;
        part.ScheduledPublishUtc = await times.ReadAsync(local, before, context.Updater, Prefix, nameof(form.ScheduledPublishLocalDateTime));
        if (part.ScheduledPublishUtc is not null && part.ScheduledPublishUtc != before && times.Button("submit.Publish").Length > 0)
        {
            context.Updater.ModelState.AddModelError(
                Prefix, nameof(form.ScheduledPublishLocalDateTime), S["Now or then? Press “Publish at this time”, or empty the field to publish now."]);
        }

        await times.RecordAsync(part.ContentItem, "Publish", before, part.ScheduledPublishUtc);
        return Edit(part, context);
    }

    private async ValueTask Fill(PublishLaterPartViewModel model, PublishLaterPart part)
    {
        model.ContentItem = part.ContentItem;
        model.ScheduledPublishUtc = part.ContentItem.Published ? null : part.ScheduledPublishUtc;
        model.ScheduledPublishLocalDateTime = await times.ToLocalAsync(model.ScheduledPublishUtc);
    }
}

/// <summary>The form of when an item is taken back from the public by itself.</summary>
internal sealed class ArchiveLaterPartDisplayDriver(SetTimes times, IStringLocalizer<ArchiveLaterPartDisplayDriver> localizer) : ContentPartDisplayDriver<ArchiveLaterPart>
{
    private readonly IStringLocalizer S = localizer;

    public override IDisplayResult Display(ArchiveLaterPart part, BuildPartDisplayContext context) =>
        Initialize<ArchiveLaterPartViewModel>("ArchiveLaterPart_SummaryAdmin", model => Fill(model, part))
            .Location("SummaryAdmin", "Meta:26");

    public override IDisplayResult Edit(ArchiveLaterPart part, BuildPartEditorContext context) =>
        Initialize<ArchiveLaterPartViewModel>(GetEditorShapeType(context), model => Fill(model, part))
            .RenderWhen(() => times.MayAsync(part.ContentItem));

    public override async Task<IDisplayResult> UpdateAsync(ArchiveLaterPart part, UpdatePartEditorContext context)
    {
        if (times.IsAutosave || !await times.MayAsync(part.ContentItem))
        {
            return Edit(part, context);
        }

        var (before, form) = (part.ScheduledArchiveUtc, new ArchiveLaterPartViewModel());
        await context.Updater.TryUpdateModelAsync(form, Prefix);
        part.ScheduledArchiveUtc = await times.ReadAsync(
            form.ScheduledArchiveLocalDateTime, before, context.Updater, Prefix, nameof(form.ScheduledArchiveLocalDateTime));
        if (part.ContentItem.TryGet<PublishLaterPart>(out var publish) && part.ScheduledArchiveUtc <= publish.ScheduledPublishUtc)
        {
            context.Updater.ModelState.AddModelError(
                Prefix, nameof(form.ScheduledArchiveLocalDateTime), S["This is before it is published. Choose a later time."]);
        }

        await times.RecordAsync(part.ContentItem, "Unpublish", before, part.ScheduledArchiveUtc);
        return Edit(part, context);
    }

    private async ValueTask Fill(ArchiveLaterPartViewModel model, ArchiveLaterPart part)
    {
        model.ContentItem = part.ContentItem;
        model.ScheduledArchiveUtc = part.ScheduledArchiveUtc;
        model.ScheduledArchiveLocalDateTime = await times.ToLocalAsync(part.ScheduledArchiveUtc);
    }
}

/// <summary>The form of publishing later.</summary>
[RequireFeatures("OrchardCore.PublishLater")]
public sealed class PublishLaterAdminStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<SetTimes>();
        services.AddContentPart<PublishLaterPart>().UseDisplayDriver<PublishLaterPartDisplayDriver>();
    }
}

/// <summary>The form of unpublishing later.</summary>
[RequireFeatures("OrchardCore.ArchiveLater")]
public sealed class ArchiveLaterAdminStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<SetTimes>();
        services.AddContentPart<ArchiveLaterPart>().UseDisplayDriver<ArchiveLaterPartDisplayDriver>();
    }
}
