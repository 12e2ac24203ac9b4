using InstituteCms.Registrations;
using static InstituteCms.Domain.Tests.SampleEvent;
using static InstituteCms.Registrations.RegistrationTermsProblem;

namespace InstituteCms.Domain.Tests.Registrations;

public sealed class RegistrationTermsTests
{
    private static readonly RegistrationTerms _plain = new(Opens, Closes, Capacity: 40, OnlineCapacity: null, RetentionDays: 90, HeldBack: 0, OfferHours: 24, new RegistrationRules());

    [Fact]
    public void Terms_without_limits_may_stand() => Assert.Empty(new RegistrationTerms(null, null, null, null, 0, 0, 24, new()).Problems());

    [Fact]
    public void Registration_closes_after_it_opens()
    {
        Assert.Empty((_plain with { ClosesUtc = Opens.AddTicks(1) }).Problems());
        Assert.Equal([ClosesBeforeItOpens], (_plain with { ClosesUtc = Opens }).Problems());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0, NoSeats)]
    [InlineData(-1, NoSeats)]
    public void There_is_a_seat_at_least(int capacity, params RegistrationTermsProblem[] problems) =>
        Assert.Equal(problems, (_plain with { Capacity = capacity }).Problems());

    [Fact]
    public void Seats_online_are_none_or_one_at_least()
    {
        Assert.Empty((_plain with { OnlineCapacity = 1 }).Problems());
        Assert.Equal([NoSeatsOnline], (_plain with { OnlineCapacity = 0 }).Problems());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(RetentionPolicy.MaxDays)]
    [InlineData(-1, RetentionOutOfRange)]
    [InlineData(RetentionPolicy.MaxDays + 1, RetentionOutOfRange)]
    public void Retention_has_bounds(int days, params RegistrationTermsProblem[] problems) =>
        Assert.Equal(problems, (_plain with { RetentionDays = days }).Problems());

    [Fact]
    public void What_is_asked_of_registrants_has_bounds()
    {
        Assert.Equal([HeldBackOutOfRange], (_plain with { HeldBack = 41 }).Problems());
        Assert.Equal([WaitlistOutOfRange], (_plain with { Rules = new(WaitlistLength: -1) }).Problems());
        Assert.Equal([OfferOutOfRange], (_plain with { OfferHours = 0 }).Problems());
        Assert.Equal([PartyOutOfRange], (_plain with { Rules = new(MaxParty: 0) }).Problems());
        Assert.Equal([PartyOutOfRange], (_plain with { Rules = new(MaxParty: RegistrationRules.LargestParty + 1) }).Problems());
        Assert.Equal([NoDomains], (_plain with { Rules = new(Audience: RegistrationAudience.AddressDomains, Domains: []) }).Problems());
    }
}
