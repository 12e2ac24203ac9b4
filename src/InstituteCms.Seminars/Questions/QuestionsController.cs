using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.ContentManagement;
using OrchardCore.Contents;
using OrchardCore.Modules;

namespace InstituteCms.Questions;

/// <summary>Shows editors what they ask, as visitors will see it. Nothing is saved here.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class QuestionsController : Controller
{
    private readonly IContentManager _contents;
    private readonly IAuthorizationService _authorization;
    private readonly AnswerTexts _texts;

    public QuestionsController(IContentManager contents, IAuthorizationService authorization, AnswerTexts texts)
    {
        _contents = contents;
        _authorization = authorization;
        _texts = texts;
    }

    /// <summary>The visitor's form for the questions in the editor's form.</summary>
    [HttpPost("previews/questions")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Preview()
    {
        var @event = await _contents.NewAsync(SeminarTypes.Event);
        @event.Owner = User.Identity?.Name;
        if (!await _authorization.AuthorizeAsync(User, CommonPermissions.EditContent, @event))
        {
            return Forbid();
        }

        var model = new QuestionsPartViewModel();
        await TryUpdateModelAsync(model, nameof(QuestionsPart));
        ModelState.Clear();
        var questions = QuestionRows.ToQuestions(model, [], _texts);
        Response.Headers.CacheControl = "no-cache, no-store";
        return View(new QuestionFields(questions, new(), QuestionFields.FormPrefix, model.SensitiveDays ?? SensitiveAnswers.DefaultDays));
    }
}
