using CsCheck;
using InstituteCms.Registrations;

namespace InstituteCms.Domain.Tests.Registrations;

/// <summary>Whatever registrants, organisers and time do, in whatever order, no promise is broken.</summary>
public sealed class AnySequenceTests
{
    private static readonly RegistrationCommand[] _commands = Enum.GetValues<RegistrationCommand>();
    private static readonly RegistrationActor[] _actors = Enum.GetValues<RegistrationActor>();

    private static readonly Gen<DeskModel> _event = Gen.Select(
        Gen.Int[1, 8], Gen.Int[0, 3], Gen.Enum<WaitlistPromotion>(), Gen.Bool, Gen.Bool, Gen.Int[0, 6],
        (capacity, heldBack, promotion, approval, optIn, waitlist) => new DeskModel(
            capacity, heldBack, promotion, new(approval, optIn, waitlist, MaxParty: 4)));

    // What is done (a new registration, a change, other seats), to whom, and how.
    private static readonly Gen<(int What, int Who, int How, int By)[]> _steps =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 11], Gen.Int[0, 99], Gen.Int[0, 99]).Array[1, 40];

    [Fact]
    public void No_sequence_of_commands_breaks_an_invariant() => Gen.Select(_event, _steps).Sample(
        sample =>
        {
            var (desk, steps) = sample;
            foreach (var step in steps)
            {
                var line = desk.Line.ToList();
                var pool = desk.Pool;
                var outcome = Do(desk, step);
                if ((Broken(desk) ?? Overtaken(outcome, line, pool, desk)) is { } broken)
                {
                    Assert.Fail(broken);
                }
            }
        },
        iter: 20_000,
        print: sample => $"{sample.Item1.Capacity} seats, {sample.Item1.HeldBack} held back: {string.Join(" ", sample.Item2)}");

    private static RegistrationOutcome? Do(DeskModel desk, (int What, int Who, int How, int By) step)
    {
        switch (step.What)
        {
            case <= 3:
                return desk.Register($"person{step.Who}@example.org", seats: 1 + (step.How % 4), invited: step.By % 4 == 0);
            case 4:
                desk.Offer(1 + (step.How % 9));
                return null;
            default:
                if (desk.People.Count > 0)
                {
                    desk.Change(desk.People[step.Who % desk.People.Count], _commands[step.How % _commands.Length], _actors[step.By % _actors.Length]);
                }

                return null;
        }
    }

    /// <summary>Which promise does not hold; <see langword="null"/> when all do.</summary>
    private static string? Broken(DeskModel desk)
    {
        var pool = desk.Pool;
        return !desk.WasCut && pool.Taken > desk.Capacity ? "More seats are held than there are."
            : !desk.WasCut && pool.Taken - pool.TakenByInvited > desk.Capacity - desk.HeldBack ? "What is kept for invited guests was given away."
            : desk.People.Where(person => person.IsActive).GroupBy(person => person.Email).Any(same => same.Count() > 1) ? "An address has two registrations that stand."
            : desk.Line.GroupBy(person => person.Line).Any(same => same.Count() > 1) ? "Two have one place in line."
            : desk.People.Exists(person => (person.Status == RegistrationStatus.Waitlisted) != (person.Line > 0)) ? "Somebody waits without a place, or has a place and does not wait."
            : desk.People.Exists(person => person.History[^1].To != person.Status) ? "A history does not end where the registration stands."
            : desk.People.SelectMany(person => person.History.Skip(1)).Any(IsUnlawful) ? "Something was done that the table does not know."
            : desk.People.Exists(person => person.History.Zip(person.History.Skip(1)).Any(pair => pair.First.To != pair.Second.From)) ? "A history has a gap."
            : null;
    }

    /// <summary>Whether a newcomer got a seat that somebody in line had a right to.</summary>
    private static string? Overtaken(RegistrationOutcome? outcome, List<Person> line, SeatPool before, DeskModel desk) =>
        outcome is RegistrationOutcome.Accepted { Status: RegistrationStatus.Confirmed }
        && desk.People[^1] is { Invited: false } newcomer
        && line.Exists(waiting => waiting.Status == RegistrationStatus.Waitlisted && waiting.Seats + newcomer.Seats > before.Free(invited: false))
            ? "A newcomer overtook the line."
            : null;

    private static bool IsUnlawful((RegistrationStatus? From, RegistrationCommand? Command, RegistrationStatus To, RegistrationActor By) change) =>
        change is not ({ } from, { } command, var to, var by) || !RegistrationTransition.Targets(from, command, by).Contains(to);

    [Fact]
    public void Nobody_waits_for_a_seat_that_would_do_while_seats_go_by_themselves() => Gen.Select(_event, _steps).Sample(
        sample =>
        {
            var (desk, steps) = sample;
            foreach (var step in steps.Where(step => _commands[step.How % _commands.Length] != RegistrationCommand.MoveToWaitlist))
            {
                Do(desk, step);
                Assert.True(desk.IsByHand || !desk.Line.Any(person => desk.Pool.Fits(person.Seats, person.Invited)), "A seat stays empty for which somebody waits.");
            }
        },
        iter: 10_000);
}
