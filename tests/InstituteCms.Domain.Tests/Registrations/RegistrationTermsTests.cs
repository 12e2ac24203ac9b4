using InstituteCms.Registrations;
using static InstituteCms.Domain.Tests.SampleEvent;
using static InstituteCms.Registrations.RegistrationTermsProblem;

namespace InstituteCms.Domain.Tests.Registrations;

public sealed class RegistrationTermsTests
{
    private static readonly RegistrationTerms _plain = new(Opens, Closes, Capacity: 40, RetentionDays: 90, HeldBack: 0, OfferHours: 24, new RegistrationRules());

    [Fact]
    public void Terms_without_limits_may_stand() => Assert.Empty(new RegistrationTerms(null, null, null, 0, 0, 24, new()).Problems(seatsTaken: 1_000));

    [Fact]
    public void Registration_closes_after_it_opens()
    {
        Assert.Empty((_plain with { ClosesUtc = Opens.AddTicks(1) }).Problems(0));
        Assert.Equal([ClosesBeforeItOpens], (_plain with { ClosesUtc = Opens }).Problems(0));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(10, 10)]
    [InlineData(0, 0, NoSeats)]
    [InlineData(-1, 5, NoSeats)]
    [InlineData(9, 10, FewerSeatsThanTaken)]
    public void Seats_are_enough_for_those_who_hold_one(int capacity, int taken, params RegistrationTermsProblem[] problems) =>
        Assert.Equal(problems, (_plain with { Capacity = capacity }).Problems(taken));

    [Theory]
    [InlineData(0)]
    [InlineData(RetentionPolicy.MaxDays)]
    [InlineData(-1, RetentionOutOfRange)]
    [InlineData(RetentionPolicy.MaxDays + 1, RetentionOutOfRange)]
    public void Retention_has_bounds(int days, params RegistrationTermsProblem[] problems) =>
        Assert.Equal(problems, (_plain with { RetentionDays = days }).Problems(0));

    [Fact]
    public void What_is_asked_of_registrants_has_bounds()
    {
        Assert.Equal([HeldBackOutOfRange], (_plain with { HeldBack = 41 }).Problems(0));
        Assert.Equal([WaitlistOutOfRange], (_plain with { Rules = new(WaitlistLength: -1) }).Problems(0));
        Assert.Equal([OfferOutOfRange], (_plain with { OfferHours = 0 }).Problems(0));
        Assert.Equal([PartyOutOfRange], (_plain with { Rules = new(MaxParty: 0) }).Problems(0));
        Assert.Equal([PartyOutOfRange], (_plain with { Rules = new(MaxParty: RegistrationRules.LargestParty + 1) }).Problems(0));
        Assert.Equal([NoDomains], (_plain with { Rules = new(Audience: RegistrationAudience.AddressDomains, Domains: []) }).Problems(0));
    }
}
