using InstituteCms.Questions;
using static InstituteCms.Domain.Tests.Questions.SampleQuestions;

namespace InstituteCms.Domain.Tests.Questions;

public sealed class AnswerRulesTests
{
    [Theory]
    [InlineData(QuestionKind.ShortText, "", AnswerProblem.Missing)]
    [InlineData(QuestionKind.ShortText, " \t　", AnswerProblem.Missing)]
    [InlineData(QuestionKind.ShortText, "two\nlines", null)]
    [InlineData(QuestionKind.OneChoice, "forged", AnswerProblem.NotAChoice)]
    [InlineData(QuestionKind.OneChoice, "a", null)]
    [InlineData(QuestionKind.SeveralChoices, "forged", AnswerProblem.NotAChoice)]
    [InlineData(QuestionKind.SeveralChoices, "b", null)]
    [InlineData(QuestionKind.YesNo, "perhaps", AnswerProblem.NotAChoice)]
    [InlineData(QuestionKind.YesNo, "no", null)]
    [InlineData(QuestionKind.Date, "2026-02-30", AnswerProblem.NotADate)]
    [InlineData(QuestionKind.Date, "tomorrow", AnswerProblem.NotADate)]
    [InlineData(QuestionKind.Date, "2028-02-29", null)]
    [InlineData(QuestionKind.Date, "２０２６/１１/３", null)]
    public void Each_kind_takes_its_own_answers(QuestionKind kind, string given, AnswerProblem? expected)
    {
        var question = Choosing("q", kind, "a", "b") with { Required = true };

        var result = Check([question], "en", ("q", given));

        Assert.Equal(expected is null ? 1 : 0, result.Answers.Count);
        Assert.Equal(expected, result.Problems.Count == 0 ? null : result.Problems[0].Problem);
    }

    [Theory]
    [InlineData(QuestionKind.ShortText, 200)]
    [InlineData(QuestionKind.LongText, 2_000)]
    public void Text_may_be_as_long_as_it_may_and_no_longer(QuestionKind kind, int most)
    {
        var question = Text("q") with { Kind = kind };

        Assert.Empty(Check([question], "en", ("q", new string('x', most))).Problems);
        Assert.Equal((question, AnswerProblem.TooLong), Assert.Single(Check([question], "en", ("q", new string('x', most + 1))).Problems));
    }

    [Fact]
    public void Two_answers_where_there_is_one_choice_are_refused()
    {
        var question = Choosing("q", QuestionKind.OneChoice, "a", "b");

        Assert.Equal(AnswerProblem.NotAChoice, Assert.Single(Check([question], "en", ("q", "a"), ("q", "b")).Problems).Problem);
    }

    [Fact]
    public void Answer_keeps_the_question_as_it_was_read()
    {
        var question = Choosing("q", QuestionKind.SeveralChoices, "a", "b", "c") with { Sensitive = true };

        var answer = Assert.Single(Check([question], "ja", ("q", "c"), ("q", "a")).Answers);

        Assert.Equal(("q", "質問 q", "ja", true), (answer.QuestionId, answer.Asked, answer.Language, answer.Sensitive));
        Assert.Equal(["a", "c"], answer.Values);
        Assert.Equal(["選択肢 a", "選択肢 c"], answer.Words);
    }

    [Fact]
    public void Half_a_character_and_control_characters_do_no_harm()
    {
        var answer = Assert.Single(Check([Text("q")], "en", ("q", "\ud83dA\0B\r\nC")).Answers);

        Assert.Equal("\ufffdA B C", answer.Values[0]);
    }

    [Fact]
    public void Retired_question_is_not_asked() =>
        Assert.Empty(Check([Text("q") with { Retired = true, Required = true }], "en", ("q", "typed")) is { Problems: [], Answers: var answers } ? answers : [new()]);
}
