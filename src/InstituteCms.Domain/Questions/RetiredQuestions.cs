namespace InstituteCms.Questions;

/// <summary>A question with answers is never deleted: nobody is asked it any more.</summary>
public static class RetiredQuestions
{
    /// <summary>The questions now, followed by those of before that are gone but have answers.</summary>
    /// <param name="now">The questions that are asked, and any that were retired before.</param>
    /// <param name="before">The questions of before.</param>
    /// <param name="answers">How many answers a question's id has; none where it is not in there.</param>
    public static IReadOnlyList<Question> Keep(IReadOnlyList<Question> now, IEnumerable<Question> before, IReadOnlyDictionary<string, int> answers)
    {
        var kept = now.Concat(before).DistinctBy(question => question.Id).Select(question => now.Contains(question) ? question : question with { Retired = true }).ToList();
        return [.. kept.Where(question => !question.Retired), .. kept.Where(question => question.Retired && answers.GetValueOrDefault(question.Id) > 0)];
    }
}
