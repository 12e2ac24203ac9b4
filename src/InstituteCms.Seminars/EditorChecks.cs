using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.DisplayManagement.Handlers;

namespace InstituteCms;

/// <summary>
/// Has the parts' handlers check what was sent by the form, once it is read without an error: Orchard Core's editor asks its drivers only,
/// and would store what a recipe or the API is refused.
/// </summary>
public sealed class EditorChecks : IContentDisplayHandler
{
    private readonly IContentManager _contents;

    public EditorChecks(IContentManager contents) => _contents = contents;

    public Task BuildDisplayAsync(ContentItem contentItem, BuildDisplayContext context) => Task.CompletedTask;

    public Task BuildEditorAsync(ContentItem contentItem, BuildEditorContext context) => Task.CompletedTask;

    public async Task UpdateEditorAsync(ContentItem contentItem, UpdateEditorContext context)
    {
        var form = context.Updater.ModelState;
        if (!form.IsValid || !SeminarTypes.All.Contains(contentItem.ContentType))
        {
            return;
        }

        foreach (var error in (await _contents.ValidateAsync(contentItem)).Errors)
        {
            form.AddModelError(error.MemberNames.FirstOrDefault() ?? "", error.ErrorMessage ?? "");
        }
    }
}
