using System.Diagnostics;
using Microsoft.Extensions.Localization;

namespace InstituteCms.Questions;

/// <summary>What the kinds of questions and conditions are called.</summary>
public sealed class QuestionTexts
{
    private readonly IStringLocalizer S;

    public QuestionTexts(IStringLocalizer<QuestionTexts> localizer) => S = localizer;

    public string Kind(QuestionKind kind) => kind switch
    {
        QuestionKind.ShortText => S["Short text"],
        QuestionKind.LongText => S["Long text"],
        QuestionKind.OneChoice => S["One choice"],
        QuestionKind.SeveralChoices => S["Several choices"],
        QuestionKind.YesNo => S["Yes or no"],
        QuestionKind.Date => S["Date"],
        _ => throw new UnreachableException(),
    };

    public string Condition(ConditionKind kind) => kind switch
    {
        ConditionKind.Is => S["is"],
        ConditionKind.Contains => S["contains"],
        _ => throw new UnreachableException(),
    };
}
