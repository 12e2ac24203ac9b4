using InstituteCms.Questions;
using InstituteCms.Registrations;

namespace InstituteCms.Domain.Tests.Registrations;

public sealed class EditingTests
{
    private static readonly DateTime _now = new(2026, 5, 1, 9, 0, 0, DateTimeKind.Utc);
    private static readonly RegistrantDetails _before = new("Aiko", "House", "en", 2, ["Ben"], [new Answer { QuestionId = "tea", Asked = "Tea?", Values = ["yes"] }]);

    [Theory]
    [InlineData(RegistrationStatus.Confirmed, EditDecision.Change)]
    [InlineData(RegistrationStatus.Waitlisted, EditDecision.Change)]
    [InlineData(RegistrationStatus.Pending, EditDecision.Change)]
    [InlineData(RegistrationStatus.Cancelled, EditDecision.NotPossible)]
    [InlineData(RegistrationStatus.Rejected, EditDecision.NotPossible)]
    public void What_stands_can_be_changed(RegistrationStatus status, EditDecision expected) =>
        Assert.Equal(expected, EditPolicy.Decide(status, false, 1, 1, 1, null, null, _now));

    [Fact]
    public void Nothing_is_changed_from_the_last_moment_on()
    {
        Assert.Equal(EditDecision.Change, Decide(untilUtc: _now.AddTicks(1)));
        Assert.Equal(EditDecision.TooLate, Decide(untilUtc: _now));
        Assert.Equal(EditDecision.TooLate, Decide(endUtc: _now));
    }

    [Theory]
    [InlineData(1, 3, EditDecision.Change)]
    [InlineData(1, 4, EditDecision.PartyTooLarge)]
    [InlineData(1, 0, EditDecision.PartyTooLarge)]
    [InlineData(5, 5, EditDecision.Change)]
    [InlineData(5, 4, EditDecision.Change)]
    [InlineData(5, 6, EditDecision.PartyTooLarge)]
    public void Party_stays_within_the_limit_but_nobody_loses_seats_to_a_lower_one(int seats, int wanted, EditDecision expected) =>
        Assert.Equal(expected, EditPolicy.Decide(RegistrationStatus.Confirmed, false, seats, wanted, maxParty: 3, null, null, _now));

    [Fact]
    public void Cancelled_event_leaves_nothing_to_change() =>
        Assert.Equal(EditDecision.NotPossible, EditPolicy.Decide(RegistrationStatus.Confirmed, true, 1, 1, 1, null, null, _now));

    [Fact]
    public void Differences_are_named_and_nothing_else_is()
    {
        Assert.Empty(_before.DifferencesTo(_before with { Companions = ["Ben"], Answers = [_before.Answers[0] with { Asked = "紅茶？", Values = ["yes"] }] }));
        Assert.Equal([RegistrantField.Name, RegistrantField.Seats], _before.DifferencesTo(_before with { Name = "Akiko", Seats = 1 }));
        Assert.Equal([RegistrantField.Answers], _before.DifferencesTo(_before with { Answers = [] }));
        Assert.Equal([RegistrantField.Answers], _before.DifferencesTo(_before with { Answers = [_before.Answers[0] with { Values = ["no"] }] }));
    }

    [Fact]
    public void Answer_that_stays_keeps_the_words_in_which_it_was_asked()
    {
        var after = _before with { Answers = [_before.Answers[0] with { Asked = "紅茶？" }, new Answer { QuestionId = "diet", Asked = "食事は？" }] };

        Assert.Equal(["Tea?", "食事は？"], after.KeepingWordsOf(_before).Answers.Select(answer => answer.Asked));
    }

    private static EditDecision Decide(DateTime? untilUtc = null, DateTime? endUtc = null) =>
        EditPolicy.Decide(RegistrationStatus.Confirmed, false, 1, 1, 1, untilUtc, endUtc, _now);
}
