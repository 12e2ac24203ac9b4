using System.Net;
using System.Text.RegularExpressions;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Questions;

/// <summary>Writes questions as an editor does, and finds them in the visitor's form.</summary>
internal static partial class Asking
{
    /// <summary>Publishes an event that is open for registration and asks these questions; gives its path.</summary>
    public static async Task<string> CreateAskingAsync(this Visitor editor, string title, params (string Name, string? Value)[] questions)
    {
        var answer = await editor.CreateEventAsync(title, "submit.Publish", [("RegistrationPart.Enabled", "true"), .. questions]);
        Assert.True(answer.Status == HttpStatusCode.Redirect, answer.Text);
        return "/events/" + Unfit().Replace(title.ToLowerInvariant(), "-");
    }

    /// <summary>The fields of one row.</summary>
    public static (string Name, string? Value)[] Row(int row, string english, string kind, params (string Name, string? Value)[] more) =>
    [
        ($"QuestionsPart.Questions[{row}].English", english), ($"QuestionsPart.Questions[{row}].Kind", kind),
        .. more.Select(field => ($"QuestionsPart.Questions[{row}].{field.Name}", field.Value)),
    ];

    /// <summary>The name of the field that asks this.</summary>
    public static string FieldOf(this Page form, string question) =>
        form.Document.QuerySelectorAll("[data-question]").First(field => field.TextContent.Contains(question, StringComparison.Ordinal)).QuerySelector("[name]")!.GetAttribute("name")!;

    /// <summary>The value of a choice in the visitor's form.</summary>
    public static string ChoiceOf(this Page form, string words) =>
        form.Document.QuerySelectorAll("[data-question] .choice").First(choice => choice.TextContent.Trim() == words).QuerySelector("input")!.GetAttribute("value")!;

    /// <summary>Sends the form as a person who agrees.</summary>
    public static Task<Page> AnswerAsync(this Visitor visitor, Page form, string email, params (string Name, string? Value)[] answers) =>
        visitor.SubmitAsync(form, "main form[method=post]", [("Form.Name", "Aiko Example"), ("Form.Email", email), ("Form.Consent", "true"), .. answers]);

    /// <summary>Changes an event in its editor.</summary>
    public static async Task<Page> ChangeAsync(this Visitor editor, string title, params (string Name, string? Value)[] changes)
    {
        var form = await editor.GetAsync(await editor.EditAddressAsync("Event", title));
        return await editor.SubmitAsync(form, Editing.EditorForm, [.. changes, ("submit.Publish", "submit.Publish")]);
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Unfit();
}
