using InstituteCms.Events;
using InstituteCms.Registrations;
using Xunit;
using static InstituteCms.Domain.Tests.SampleEvent;

namespace InstituteCms.Domain.Tests.Registrations;

public class RegistrationPolicyTests
{
    [Fact]
    public void Newcomer_is_confirmed_while_a_seat_is_left() =>
        Assert.Equal(new RegistrationOutcome.Accepted(RegistrationStatus.Confirmed), Decide(Facts with { SeatsTaken = 39 }));

    public static TheoryData<string, AvailabilityFacts, RefusalReason, RefusalReason> Refusals => new()
    {
        { "cancelled", Facts with { Status = EventStatus.Cancelled }, RefusalReason.EventCancelled, RefusalReason.EventCancelled },
        { "ended", Facts with { EndUtc = WhileOpen }, RefusalReason.EventEnded, RefusalReason.EventEnded },
        { "no registration", Facts with { RegistrationEnabled = false }, RefusalReason.NotOffered, RefusalReason.NotOffered },
        { "postponed", Facts with { Status = EventStatus.Postponed }, RefusalReason.EventPostponed, RefusalReason.AlreadyRegistered },
        { "early", Facts with { OpensUtc = Closes }, RefusalReason.NotYetOpen, RefusalReason.AlreadyRegistered },
        { "late", Facts with { ClosesUtc = WhileOpen }, RefusalReason.Closed, RefusalReason.AlreadyRegistered },
        { "full", Facts with { SeatsTaken = 40 }, RefusalReason.Full, RefusalReason.AlreadyRegistered },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Each_reason_is_told_to_whom_it_concerns(string state, AvailabilityFacts facts, RefusalReason newcomer, RefusalReason holder)
    {
        Assert.NotEmpty(state);
        Assert.Equal(new RegistrationOutcome.Refused(newcomer), Decide(facts));
        Assert.Equal(new RegistrationOutcome.Refused(holder), Decide(facts, alreadyRegistered: true));
    }

    [Fact]
    public void Holder_of_a_seat_gets_no_second_one() =>
        Assert.Equal(new RegistrationOutcome.Refused(RefusalReason.AlreadyRegistered), Decide(Facts, alreadyRegistered: true));

    /// <summary>People come and go at random for 200 small events: no seat is given twice, none is lost, nobody holds two.</summary>
    [Fact]
    public void Seats_taken_are_the_seats_held_and_never_more_than_there_are()
    {
        var random = new Random(1964);
        var (confirmed, full, twice) = (0, 0, 0);
        for (var run = 0; run < 200; run++)
        {
            var capacity = random.Next(1, 6);
            var held = new HashSet<string>();
            for (var step = 0; step < 60; step++)
            {
                var facts = Facts with { Capacity = capacity, SeatsTaken = held.Count };
                var person = EmailAddressKey.From($" Person{random.Next(8)}@Example.ORG");
                if (random.Next(3) == 0)
                {
                    held.Remove(person);
                    continue;
                }

                switch (Decide(facts, held.Contains(person)))
                {
                    case RegistrationOutcome.Accepted:
                        Assert.True(held.Add(person));
                        confirmed++;
                        break;
                    case RegistrationOutcome.Refused(RefusalReason.Full):
                        Assert.Equal(capacity, held.Count);
                        full++;
                        break;
                    case RegistrationOutcome.Refused(RefusalReason.AlreadyRegistered):
                        Assert.Contains(person, held);
                        twice++;
                        break;
                    case var other:
                        Assert.Fail($"Unexpected: {other}");
                        break;
                }

                Assert.InRange(held.Count, 0, capacity);
            }
        }

        Assert.All([confirmed, full, twice], times => Assert.True(times > 500));
    }

    public static TheoryData<string, AvailabilityFacts, RegistrationRules, RegistrationWish, RegistrationOutcome> Rules => new()
    {
        { "waiting list", Facts with { SeatsTaken = 40, WaitlistPlaces = 1 }, new(WaitlistLength: 5), new("a@example.org"), Accepted(RegistrationStatus.Waitlisted) },
        { "nobody is overtaken", Facts with { SeatsTaken = 38, SeatsWaitedFor = 2, WaitlistPlaces = 1 }, new(WaitlistLength: 5), new("a@example.org"), Accepted(RegistrationStatus.Waitlisted) },
        { "beside those who wait", Facts with { SeatsTaken = 37, SeatsWaitedFor = 2 }, new(WaitlistLength: 5), new("a@example.org"), Accepted(RegistrationStatus.Confirmed) },
        { "held back", Facts with { SeatsTaken = 35, HeldBack = 5 }, new(), new("a@example.org"), new RegistrationOutcome.Refused(RefusalReason.Full) },
        { "held back for this guest", Facts with { SeatsTaken = 35, HeldBack = 5 }, new(), new("a@example.org", Invited: true), Accepted(RegistrationStatus.Confirmed) },
        { "approval", Facts, new(Approval: true), new("a@example.org"), Accepted(RegistrationStatus.Pending) },
        { "approval of an invited guest", Facts, new(Approval: true), new("a@example.org", Invited: true), Accepted(RegistrationStatus.Confirmed) },
        { "double opt-in", Facts, new(DoubleOptIn: true), new("a@example.org"), new RegistrationOutcome.Accepted(RegistrationStatus.AwaitingConfirmation, RegistrationStatus.Confirmed) },
        { "double opt-in, then approval", Facts, new(DoubleOptIn: true, Approval: true), new("a@example.org"), new RegistrationOutcome.Accepted(RegistrationStatus.AwaitingConfirmation, RegistrationStatus.Pending) },
        { "party", Facts, new(MaxParty: 3), new("a@example.org", Seats: 3), Accepted(RegistrationStatus.Confirmed) },
        { "party too large", Facts, new(MaxParty: 3), new("a@example.org", Seats: 4), new RegistrationOutcome.Refused(RefusalReason.PartyTooLarge) },
        { "party of nobody", Facts, new(MaxParty: 3), new("a@example.org", Seats: 0), new RegistrationOutcome.Refused(RefusalReason.PartyTooLarge) },
        { "party beyond the seats", Facts with { SeatsTaken = 38 }, new(MaxParty: 3), new("a@example.org", Seats: 3), new RegistrationOutcome.Refused(RefusalReason.Full) },
        { "by invitation", Facts with { ByInvitation = true }, new(Audience: RegistrationAudience.Invited), new("a@example.org"), new RegistrationOutcome.Refused(RefusalReason.NotInvited) },
        { "invited", Facts with { ByInvitation = true }, new(Audience: RegistrationAudience.Invited), new("a@example.org", Invited: true), Accepted(RegistrationStatus.Confirmed) },
        { "domain", Facts, new(Audience: RegistrationAudience.AddressDomains, Domains: ["example.org"]), new("a@law.EXAMPLE.org"), Accepted(RegistrationStatus.Confirmed) },
        { "other domain", Facts, new(Audience: RegistrationAudience.AddressDomains, Domains: ["example.org"]), new("a@myexample.org"), new RegistrationOutcome.Refused(RefusalReason.AddressNotAdmitted) },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rules_of_the_event_hold(string rule, AvailabilityFacts facts, RegistrationRules rules, RegistrationWish wish, RegistrationOutcome outcome)
    {
        Assert.NotEmpty(rule);
        Assert.Equal(outcome, RegistrationPolicy.Decide(facts, rules, wish, alreadyRegistered: false, WhileOpen));
    }

    private static RegistrationOutcome.Accepted Accepted(RegistrationStatus status) => new(status);

    private static RegistrationOutcome Decide(AvailabilityFacts facts, bool alreadyRegistered = false) =>
        RegistrationPolicy.Decide(facts, new RegistrationRules(), new RegistrationWish("a@example.org"), alreadyRegistered, WhileOpen);
}
