using System.Net;
using InstituteCms.AcceptanceTests.Registrations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Questions;

/// <summary>A visitor answers what the event asks, without any script.</summary>
public sealed class AnsweringTests : IClassFixture<TestSite>
{
    private readonly TestSite _site;

    public AnsweringTests(TestSite site) => _site = site;

    [Theory]
    [InlineData("en", "Will you stay for tea", "Only if you answer", "7 days after the event", "Your answers", "Yes")]
    [InlineData("ja", "茶話会に参加", "と答えた方のみ", "7日後に消去", "質問への回答", "はい")]
    public async Task Questions_speak_the_visitors_language_and_the_answers_stand_on_the_personal_page(
        string language, string asked, string condition, string erased, string heading, string yes)
    {
        using var visitor = _site.Visit(Institute.Department, language);
        var form = await visitor.GetAsync(Institute.OpenEvent + "/register");
        foreach (var words in new[] { asked, condition, erased })
        {
            Assert.Contains(words, form.Text, StringComparison.Ordinal);
        }

        var personal = await visitor.FollowAsync(await visitor.AnswerAsync(form, $"answers-{language}@example.org", ("Form.Answers.reception", "yes"), ("Form.Answers.diet", "<b>Buckwheat</b> 蕎麦")));

        var answers = personal.Document.QuerySelector(".answers")!;
        Assert.Contains(heading, answers.TextContent, StringComparison.Ordinal);
        Assert.Equal([yes, "<b>Buckwheat</b> 蕎麦"], answers.QuerySelectorAll("dd").Select(answer => answer.TextContent.Trim()));
    }

    [Fact]
    public async Task Answer_that_is_not_asked_for_is_dropped_and_blocks_nobody()
    {
        using var visitor = _site.Visit(Institute.Department);
        var form = await visitor.GetAsync(Institute.OpenEvent + "/register");

        var personal = await visitor.FollowAsync(await visitor.AnswerAsync(form, "dropped@example.org", ("Form.Answers.reception", "no"), ("Form.Answers.diet", new string('x', 5_000)), ("Form.Answers.unknown", "forged")));

        Assert.Equal(["No"], personal.Document.QuerySelectorAll(".answers dd").Select(answer => answer.TextContent.Trim()));
        Assert.Equal(0, await _site.CountAsync(Institute.DepartmentTenant, "xxxxx"));
    }

    [Theory]
    [InlineData("Form.Answers.reception", "perhaps", "Choose one of the answers that are offered.")]
    [InlineData("Form.Answers.diet", "5000", "Enter at most 200 characters.")]
    public async Task Bad_answer_is_explained_at_its_field_and_nothing_typed_is_lost(string field, string value, string words)
    {
        var typed = value == "5000" ? new string('字', 5_000) : value;
        using var visitor = _site.Visit(Institute.Department);
        var form = await visitor.GetAsync(Institute.OpenEvent + "/register");

        var page = await visitor.AnswerAsync(form, "bad@example.org", [("Form.Answers.reception", "yes"), ("Form.Answers.diet", "No nuts"), (field, typed)]);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var error = page.Document.QuerySelector($"[data-valmsg-for='{field}']")!;
        Assert.Equal(words, error.TextContent);
        var link = page.Document.QuerySelector(".error-summary a")!.GetAttribute("href")![1..];
        Assert.Equal(field, page.Document.GetElementById(link)!.GetAttribute("name"));
        Assert.Equal("bad@example.org", page.Document.QuerySelector("[name='Form.Email']")!.GetAttribute("value"));
        Assert.Equal(field.EndsWith("diet", StringComparison.Ordinal) ? typed : "No nuts", page.Document.QuerySelector("[name='Form.Answers.diet']")!.GetAttribute("value"));
        Assert.Equal(0, await _site.CountAsync(Institute.DepartmentTenant, "bad@example.org"));
    }
}
