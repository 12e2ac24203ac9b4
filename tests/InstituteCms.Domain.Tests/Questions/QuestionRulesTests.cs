using InstituteCms.Questions;
using static InstituteCms.Domain.Tests.Questions.SampleQuestions;

namespace InstituteCms.Domain.Tests.Questions;

public sealed class QuestionRulesTests
{
    public static TheoryData<QuestionProblem, Question> Unfit { get; } = new()
    {
        { QuestionProblem.NoWording, Text("q") with { Label = new(" ", "") } },
        { QuestionProblem.LabelTooLong, Text("q") with { Label = new(new string('x', QuestionRules.MaxLabel + 1)) } },
        { QuestionProblem.HelpTooLong, Text("q") with { Help = new(null, new string('x', QuestionRules.MaxHelp + 1)) } },
        { QuestionProblem.TooFewChoices, Choosing("q", QuestionKind.OneChoice, "a") },
        { QuestionProblem.SameChoiceTwice, Text("q") with { Kind = QuestionKind.SeveralChoices, Choices = [new("a", new("Tea")), new("b", new("ＴＥＡ"))] } },
        { QuestionProblem.DependsOnNoEarlierQuestion, Text("q") with { Condition = new("q", ConditionKind.Is, "x") } },
        { QuestionProblem.DependsOnNoEarlierQuestion, Text("q") with { Condition = new("later", ConditionKind.Is, "yes") } },
        { QuestionProblem.DependsOnNoEarlierQuestion, Text("q") with { Condition = new("retired", ConditionKind.Is, "yes") } },
        { QuestionProblem.DependsOnNoAnswer, Text("q") with { Condition = new("earlier", ConditionKind.Is, "perhaps") } },
        { QuestionProblem.BadId, Text("Not an id") },
        { QuestionProblem.BadId, Text("earlier") },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void What_cannot_be_asked_is_named_at_its_place(QuestionProblem problem, Question question)
    {
        Question[] questions = [YesNo("retired") with { Retired = true }, YesNo("earlier"), question, YesNo("later")];

        Assert.Equal([(2, problem)], QuestionRules.Problems(questions));
    }

    [Fact]
    public void Wording_of_the_other_language_stands_in_for_an_empty_one()
    {
        var english = new Wording("Tea?");

        Assert.Equal(("Tea?", "en"), (english.In("ja"), english.LanguageFor("ja")));
        Assert.Equal(("お茶？", "ja"), (new Wording(" ", "お茶？").In("en"), new Wording(" ", "お茶？").LanguageFor("en")));
    }

    [Fact]
    public void Choice_keeps_its_id_when_it_is_mended_or_moved()
    {
        Choice[] before = [new("1", new("Tea", "お茶")), new("2", new("Cofee")), new("3", new("Water", "水"))];

        var mended = ChoiceLines.Read("Tea\nCoffee\nWater", "お茶\n\n水", before);
        var moved = ChoiceLines.Read("Water\nTea\nJuice", "水\nお茶", before);

        Assert.Equal([new("1", new("Tea", "お茶")), new("2", new("Coffee")), new("3", new("Water", "水"))], mended);
        Assert.Equal(["3", "1"], moved.Take(2).Select(choice => choice.Id));
        Assert.DoesNotContain(moved[2].Id, before.Select(choice => choice.Id));
        Assert.Equal(("Tea\nCoffee\nWater", "お茶\n\n水"), (ChoiceLines.Write(mended, label => label.English), ChoiceLines.Write(mended, label => label.Japanese)));
    }

    [Fact]
    public void Question_with_answers_is_retired_and_one_without_goes()
    {
        Question[] before = [Text("answered"), Text("ignored"), Text("stays")];

        var kept = RetiredQuestions.Keep([Text("stays") with { Label = new("Mended") }], before, new Dictionary<string, int> { ["answered"] = 3 });

        Assert.Equal([("stays", false), ("answered", true)], kept.Select(question => (question.Id, question.Retired)));
        Assert.Equal("Mended", kept[0].Label.English);
        Assert.Equal(["stays"], RetiredQuestions.Keep([kept[0]], kept, new Dictionary<string, int>()).Select(question => question.Id));
    }

    [Fact]
    public void Answers_are_sensitive_if_they_were_when_asked_or_are_now()
    {
        Answer[] answers = [new() { QuestionId = "then", Sensitive = true }, new() { QuestionId = "now" }, new() { QuestionId = "never" }];

        var left = SensitiveAnswers.Without(answers, [Text("then"), Text("now") with { Sensitive = true }, Text("never")]);

        Assert.Equal(["never"], left.Select(answer => answer.QuestionId));
    }
}
