using System.Net;
using CsvHelper;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Registrations;
using InstituteCms.AcceptanceTests.Sites;
using static System.Globalization.CultureInfo;
using static InstituteCms.AcceptanceTests.Questions.Asking;

namespace InstituteCms.AcceptanceTests.Questions;

/// <summary>An editor writes questions, mends them and takes them away; no answer is lost.</summary>
public sealed class AskingTests : IClassFixture<TestSite>
{
    private readonly TestSite _site;

    public AskingTests(TestSite site) => _site = site;

    [Fact]
    public async Task Every_kind_is_asked_answered_listed_and_exported()
    {
        using var editor = await EditorAsync();
        var path = await editor.CreateAskingAsync(
            "All kinds",
            [
                .. Row(0, "=Short one?", "ShortText", ("Japanese", "短い質問")),
                .. Row(1, "Long one?", "LongText"),
                .. Row(2, "Which one?", "OneChoice", ("ChoicesEnglish", "Red\nBlue"), ("ChoicesJapanese", "赤\n青"), ("Required", "true")),
                .. Row(3, "Which ones?", "SeveralChoices", ("ChoicesEnglish", "Tea\nCoffee")),
                .. Row(4, "Yes?", "YesNo"),
                .. Row(5, "When?", "Date", ("HelpEnglish", "The day of your arrival.")),
            ]);
        using var visitor = _site.Visit(Institute.Department);
        var form = await visitor.GetAsync(path + "/register");
        Assert.Contains("The day of your arrival.", form.Text, StringComparison.Ordinal);

        var missing = await visitor.AnswerAsync(form, "kinds@example.org", (form.FieldOf("When?"), "2026-02-30"));
        Assert.Equal(["Choose an answer.", "This day is not in the calendar. Enter a date such as 2026-11-30."], missing.Document.QuerySelectorAll(".error-summary li").Select(line => line.TextContent));
        var personal = await visitor.FollowAsync(await visitor.AnswerAsync(
            form,
            "kinds@example.org",
            (form.FieldOf("Short one?"), "=1+1"), (form.FieldOf("Long one?"), "＝first line\r\nsecond line"), (form.FieldOf("Which one?"), form.ChoiceOf("Blue")),
            (form.FieldOf("Which ones?"), form.ChoiceOf("Coffee")), (form.FieldOf("Yes?"), "no"), (form.FieldOf("When?"), "2026-12-24")));
        Assert.Equal(6, personal.Document.QuerySelectorAll(".answers dd").Length);

        var list = await editor.GetAsync(await ListAddressAsync(editor, "All kinds"));
        Assert.Contains("second line", list.Document.QuerySelector(".seminar-answers")!.TextContent, StringComparison.Ordinal);
        var row = Assert.Single(await ExportAsync(editor, list));
        Assert.Equal(
            ("'=1+1", "'＝first line\nsecond line", "Blue", "Coffee", "No", "Thursday, December 24, 2026"),
            (row["'=Short one?"], row["Long one?"], row["Which one?"], row["Which ones?"], row["Yes?"], row["When?"]));
    }

    [Fact]
    public async Task Mended_wording_keeps_the_answers_and_a_removed_question_is_retired()
    {
        using var editor = await EditorAsync();
        var path = await editor.CreateAskingAsync("Mended later", [.. Row(0, "Colour or color?", "OneChoice", ("ChoicesEnglish", "Redd\nBlue")), .. Row(1, "Nobody answers this", "ShortText")]);
        using var visitor = _site.Visit(Institute.Department);
        var form = await visitor.GetAsync(path + "/register");
        await visitor.AnswerAsync(form, "mended@example.org", (form.FieldOf("Colour"), form.ChoiceOf("Redd")));

        Assert.Equal(HttpStatusCode.Redirect, (await editor.ChangeAsync("Mended later", ("QuestionsPart.Questions[0].English", "Which colour?"), ("QuestionsPart.Questions[0].ChoicesEnglish", "Red\nBlue"))).Status);
        Assert.Equal("Red", Assert.Single(await ExportAsync(editor, await editor.GetAsync(await ListAddressAsync(editor, "Mended later"))))["Which colour?"]);
        var refused = await editor.ChangeAsync("Mended later", ("QuestionsPart.Questions[0].Kind", "Date"));
        Assert.Contains("its kind stays", refused.ErrorAt("QuestionsPart.Questions[0].Kind"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await editor.ChangeAsync("Mended later", ("QuestionsPart.QuestionTools[0].Remove", "true"), ("QuestionsPart.QuestionTools[1].Remove", "true"))).Status);

        Assert.Null((await visitor.GetAsync(path + "/register")).Document.QuerySelector("[data-question]"));
        Assert.Equal("Red", Assert.Single(await ExportAsync(editor, await editor.GetAsync(await ListAddressAsync(editor, "Mended later"))))["Which colour?"]);
        var edit = await editor.GetAsync(await editor.EditAddressAsync("Event", "Mended later"));
        var again = Assert.Single(edit.Document.QuerySelectorAll("[name='QuestionsPart.Restored']"));
        Assert.Equal(HttpStatusCode.Redirect, (await editor.ChangeAsync("Mended later", ("QuestionsPart.Restored", again.GetAttribute("value")))).Status);
        Assert.Contains("Which colour?", (await visitor.GetAsync(path + "/register")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_left_out_of_a_draft_and_answered_meanwhile_is_retired_on_publishing()
    {
        using var editor = await EditorAsync();
        var path = await editor.CreateAskingAsync("Drafted", Row(0, "Asked meanwhile?", "YesNo"));
        var draft = await editor.GetAsync(await editor.EditAddressAsync("Event", "Drafted"));
        await editor.SubmitAsync(draft, Editing.EditorForm, ("QuestionsPart.QuestionTools[0].Remove", "true"), ("submit.Save", "submit.Save"));
        using var visitor = _site.Visit(Institute.Department);
        var form = await visitor.GetAsync(path + "/register");
        await visitor.AnswerAsync(form, "meanwhile@example.org", (form.FieldOf("Asked meanwhile?"), "yes"));

        await editor.ChangeAsync("Drafted");

        var edit = await editor.GetAsync(await editor.EditAddressAsync("Event", "Drafted"));
        Assert.Contains("Asked meanwhile?", edit.Document.QuerySelector("label[for^='QuestionsPart_Restored']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_move_go_and_depend_on_each_other_without_script()
    {
        using var editor = await EditorAsync();
        var path = await editor.CreateAskingAsync("Rows of questions", [.. Row(0, "First?", "YesNo"), .. Row(1, "Second?", "ShortText")]);
        var edit = await editor.GetAsync(await editor.EditAddressAsync("Event", "Rows of questions"));
        var first = edit.Document.QuerySelector("[name='QuestionsPart.Questions[0].Id']")!.GetAttribute("value");

        var wrong = await editor.ChangeAsync("Rows of questions", ("QuestionsPart.Questions[1].WhenQuestion", first), ("QuestionsPart.Questions[1].WhenValue", "perhaps"));
        Assert.Contains("Nobody can give this answer", wrong.ErrorAt("QuestionsPart.Questions[1].WhenValue"), StringComparison.Ordinal);
        Assert.Equal("perhaps", wrong.Document.QuerySelector("[name='QuestionsPart.Questions[1].WhenValue']")!.GetAttribute("value"));
        var above = await editor.ChangeAsync("Rows of questions", ("QuestionsPart.Questions[1].WhenQuestion", first), ("QuestionsPart.Questions[1].WhenValue", "Yes"), ("QuestionsPart.QuestionTools[1].Place", "1"));
        Assert.Contains("above it only", above.ErrorAt("QuestionsPart.Questions[0].WhenQuestion"), StringComparison.Ordinal);
        await editor.ChangeAsync("Rows of questions", ("QuestionsPart.Questions[1].WhenQuestion", first), ("QuestionsPart.Questions[1].WhenValue", "YES"));

        using var visitor = _site.Visit(Institute.Department);
        var second = (await visitor.GetAsync(path + "/register")).Document.QuerySelectorAll("[data-question]")[1];
        Assert.Equal((first, "is", "yes"), (second.GetAttribute("data-when"), second.GetAttribute("data-when-kind"), second.GetAttribute("data-when-value")));
    }

    [Theory]
    [InlineData("en", "Write the question, in English or in Japanese.")]
    [InlineData("ja", "質問を英語または日本語で書いてください。")]
    public async Task Question_without_words_is_refused_at_its_row_and_kept(string language, string words)
    {
        using var editor = await EditorAsync(language);

        var page = await editor.CreateEventAsync("Wordless " + language, "submit.Publish", ("QuestionsPart.Questions[0].HelpEnglish", "Help without a question"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(words, page.ErrorAt("QuestionsPart.Questions[0].English"));
        Assert.Equal("Help without a question", page.Document.QuerySelector("[name='QuestionsPart.Questions[0].HelpEnglish']")!.TextContent.Trim());
    }

    private static async Task<string> ListAddressAsync(Visitor editor, string title) =>
        "/Admin/Seminars/Registrations/" + (await editor.EditAddressAsync("Event", title)).Split('/')[^2];

    private static async Task<IReadOnlyList<IDictionary<string, object>>> ExportAsync(Visitor editor, Page list)
    {
        var address = list.Document.QuerySelectorAll("a").First(a => a.GetAttribute("href")?.Contains("xport", StringComparison.Ordinal) == true).GetAttribute("href")!;
        var table = (await editor.GetAsync(address)).Response;
        using var csv = new CsvReader(new StreamReader(await table.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)), InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Cast<IDictionary<string, object>>()];
    }

    private async Task<Visitor> EditorAsync(string language = "en")
    {
        var editor = _site.Visit(Institute.Department, language);
        await editor.SignInAsync();
        return editor;
    }
}
