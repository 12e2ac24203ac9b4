using InstituteCms.Questions;
using static InstituteCms.Domain.Tests.Questions.SampleQuestions;

namespace InstituteCms.Domain.Tests.Questions;

public sealed class ConditionTests
{
    [Theory]
    [InlineData(QuestionKind.YesNo, ConditionKind.Is, "yes", "yes", true)]
    [InlineData(QuestionKind.YesNo, ConditionKind.Is, "yes", "no", false)]
    [InlineData(QuestionKind.YesNo, ConditionKind.Is, "yes", "", false)]
    [InlineData(QuestionKind.SeveralChoices, ConditionKind.Contains, "a", "ab a", true)]
    [InlineData(QuestionKind.SeveralChoices, ConditionKind.Contains, "a", "ab", false)]
    [InlineData(QuestionKind.SeveralChoices, ConditionKind.Is, "a", "a ab", false)]
    [InlineData(QuestionKind.ShortText, ConditionKind.Contains, "tokyo", "ＴＯＫＹＯ-University", true)]
    [InlineData(QuestionKind.ShortText, ConditionKind.Is, "Tokyo", "tokyo", true)]
    [InlineData(QuestionKind.ShortText, ConditionKind.Is, "Tokyo", "tokyo!", false)]
    public void Later_question_is_shown_only_if_the_earlier_answer_is_so(QuestionKind kind, ConditionKind comparison, string value, string given, bool expected)
    {
        Question[] questions = [Choosing("first", kind, "a", "ab"), Text("second") with { Required = true, Condition = new("first", comparison, value) }];

        var result = Check(questions, "en", [.. given.Split(' ').Select(word => ("first", word))]);

        Assert.Equal(expected, result.Problems.Any(problem => problem.Question.Id == "second"));
    }

    [Fact]
    public void Answer_to_a_hidden_question_is_dropped_and_hides_what_depends_on_it()
    {
        Question[] questions =
        [
            YesNo("a"),
            YesNo("b") with { Condition = new("a", ConditionKind.Is, "yes") },
            Text("c") with { Condition = new("b", ConditionKind.Is, "yes") },
        ];

        var result = Check(questions, "en", ("a", "no"), ("b", "yes"), ("c", "typed before the mind was changed"));

        Assert.Equal(["a"], result.Answers.Select(answer => answer.QuestionId));
        Assert.Empty(result.Problems);
    }

    /// <summary>Whatever is asked and typed: what is hidden neither blocks nor is kept, and what is shown and required is answered or named.</summary>
    [Fact]
    public void No_hidden_question_blocks_and_no_hidden_answer_is_kept()
    {
        var random = new Random(20_261_124);
        string[] words = ["", "yes", "no", "a", "b", "2026-11-30", "2026-02-30", "some words", "forged"];
        var (hidden, blocked, kept) = (0, 0, 0);
        for (var round = 0; round < 20_000; round++)
        {
            var questions = Enumerable.Range(0, random.Next(1, 7)).Select(index => RandomQuestion(index, random)).ToArray();
            Assert.DoesNotContain(QuestionRules.Problems(questions), problem => problem.Problem != QuestionProblem.DependsOnNoAnswer);
            var given = questions.ToDictionary(question => question.Id, _ => Enumerable.Range(0, random.Next(0, 3)).Select(_ => words[random.Next(words.Length)]).ToArray());

            var result = AnswerRules.Check(questions, id => given[id], "en");

            var answers = result.Answers.ToDictionary(answer => answer.QuestionId);
            var problems = result.Problems.ToDictionary(problem => problem.Question.Id, problem => problem.Problem);
            foreach (var question in questions)
            {
                var isAnswered = answers.ContainsKey(question.Id);
                var isNamed = problems.ContainsKey(question.Id);
                Assert.False(isAnswered && isNamed);
                if (question.Condition is { } condition && !answers.ContainsKey(condition.QuestionId) && !problems.ContainsKey(condition.QuestionId))
                {
                    Assert.False(isAnswered || isNamed); // What it depends on was hidden or left out.
                    hidden++;
                }
                else if (question.Condition is { } other && answers.TryGetValue(other.QuestionId, out var earlier))
                {
                    var isShown = other.Holds(earlier.Kind, earlier.Values);
                    Assert.True(isShown || !(isAnswered || isNamed));
                    Assert.True(!isShown || !question.Required || isAnswered || isNamed);
                }
                else if (question.Condition is null && question.Required)
                {
                    Assert.True(isAnswered || isNamed);
                }

                blocked += isNamed ? 1 : 0;
                kept += isAnswered ? 1 : 0;
            }
        }

        Assert.True(hidden > 1_000 && blocked > 1_000 && kept > 1_000, $"{hidden} hidden, {blocked} named, {kept} kept: too few to prove anything.");
    }

    private static Question RandomQuestion(int index, Random random)
    {
        string[] values = ["yes", "a", "b", "2026-11-30", "some"];
        var question = Choosing($"q{index}", (QuestionKind)random.Next(6), "a", "b") with { Required = random.Next(2) == 0 };
        return index == 0 || random.Next(2) == 0
            ? question
            : question with { Condition = new($"q{random.Next(index)}", (ConditionKind)random.Next(2), values[random.Next(values.Length)]) };
    }
}
