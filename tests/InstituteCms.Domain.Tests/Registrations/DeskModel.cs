using InstituteCms.Events;
using InstituteCms.Registrations;
using static InstituteCms.Domain.Tests.SampleEvent;

namespace InstituteCms.Domain.Tests.Registrations;

/// <summary>An event with its registrations in memory: the rules, put together as the desk does it, without a database.</summary>
internal sealed class DeskModel
{
    private readonly WaitlistPromotion _promotion;
    private readonly RegistrationRules _rules;
    private int _lastInLine;

    public DeskModel(int capacity, int heldBack, WaitlistPromotion promotion, RegistrationRules rules) =>
        (Capacity, HeldBack, _promotion, _rules) = (capacity, Math.Min(heldBack, capacity), promotion, rules);

    public List<Person> People { get; } = [];

    public int Capacity { get; private set; }

    public int HeldBack { get; private set; }

    /// <summary>Whether there were ever fewer seats offered than held, those kept for invited guests aside: nobody is removed then.</summary>
    public bool WasCut { get; private set; }

    /// <summary>Whether organisers give the seats that become free.</summary>
    public bool IsByHand => _promotion == WaitlistPromotion.ByHand;

    public IEnumerable<Person> Line => People.Where(person => person.Status == RegistrationStatus.Waitlisted).OrderBy(person => person.Line);

    public SeatPool Pool => new(
        Capacity,
        HeldBack,
        People.Sum(person => person.SeatsHeld),
        People.Where(person => person.Invited).Sum(person => person.SeatsHeld),
        Line.Sum(person => person.Seats));

    public RegistrationOutcome Register(string email, int seats, bool invited)
    {
        var pool = Pool;
        var facts = Facts with
        {
            Capacity = Capacity,
            HeldBack = HeldBack,
            SeatsTaken = pool.Taken,
            SeatsTakenByInvited = pool.TakenByInvited,
            SeatsWaitedFor = pool.Waiting,
            WaitlistPlaces = Math.Max(0, _rules.WaitlistLength - Line.Count()),
        };
        var isKnown = People.Exists(person => person.IsActive && person.Email == email);
        var outcome = RegistrationPolicy.Decide(facts, _rules, new(email, seats, invited), isKnown, WhileOpen);
        if (outcome is RegistrationOutcome.Accepted accepted)
        {
            var person = new Person(email, seats, invited) { Status = accepted.Status, OnceProved = accepted.OnceProved };
            person.History.Add((null, null, accepted.Status, RegistrationActor.Registrant));
            person.Line = accepted.Status == RegistrationStatus.Waitlisted ? ++_lastInLine : 0;
            People.Add(person);
            MoveUp();
        }

        return outcome;
    }

    public void Change(Person person, RegistrationCommand command, RegistrationActor by)
    {
        if (TryMove(person, command, by))
        {
            MoveUp(except: command == RegistrationCommand.MoveToWaitlist ? person : null);
        }
    }

    public void Offer(int capacity)
    {
        Capacity = capacity;
        HeldBack = Math.Min(HeldBack, capacity);
        var pool = Pool;
        WasCut |= pool.Taken > capacity || pool.Taken - pool.TakenByInvited > capacity - HeldBack;
        MoveUp();
    }

    private bool TryMove(Person person, RegistrationCommand command, RegistrationActor by)
    {
        var targets = RegistrationTransition.Targets(person.Status, command, by).ToList();
        if (targets.Count == 0 || (!person.IsActive && People.Exists(other => other.IsActive && other.Email == person.Email)))
        {
            return false;
        }

        if (Choose(person, targets) is not { } to)
        {
            return false;
        }

        person.History.Add((person.Status, command, to, by));
        (person.Status, person.OnceProved) = (to, null);
        person.Line = to == RegistrationStatus.Waitlisted ? ++_lastInLine : 0;
        return true;
    }

    private RegistrationStatus? Choose(Person person, List<RegistrationStatus> targets)
    {
        if (person.OnceProved == RegistrationStatus.Pending && targets.Contains(RegistrationStatus.Pending))
        {
            return RegistrationStatus.Pending;
        }

        var pool = Pool;
        bool CanHave(RegistrationStatus target) =>
            target is not (RegistrationStatus.Confirmed or RegistrationStatus.Offered)
            || person.SeatsHeld > 0
            || (pool.Fits(person.Seats, person.Invited) && (person.Line > 0 || pool.FitsNewcomer(person.Seats, person.Invited)));
        return targets.Where(target => target != RegistrationStatus.Pending && CanHave(target)).Cast<RegistrationStatus?>().FirstOrDefault();
    }

    private void MoveUp(Person? except = null)
    {
        if (IsByHand)
        {
            return;
        }

        var command = _promotion == WaitlistPromotion.ByOffer ? RegistrationCommand.Offer : RegistrationCommand.Promote;
        var line = Line.Where(person => person != except).ToList();
        foreach (var party in Waitlist.Next(Pool, line.Select(person => new WaitingParty(People.IndexOf(person), person.Seats, person.Invited))).ToList())
        {
            TryMove(People[(int)party.Id], command, RegistrationActor.Site);
        }
    }
}

/// <summary>One registration of the model.</summary>
internal sealed class Person(string email, int seats, bool invited)
{
    public string Email { get; } = email;

    public int Seats { get; } = seats;

    public bool Invited { get; } = invited;

    public RegistrationStatus Status { get; set; }

    public RegistrationStatus? OnceProved { get; set; }

    public int Line { get; set; }

    public List<(RegistrationStatus? From, RegistrationCommand? Command, RegistrationStatus To, RegistrationActor By)> History { get; } = [];

    public bool IsActive => Status is not (RegistrationStatus.Cancelled or RegistrationStatus.Rejected);

    public int SeatsHeld =>
        Status is RegistrationStatus.Confirmed or RegistrationStatus.Offered
        || (Status == RegistrationStatus.AwaitingConfirmation && OnceProved == RegistrationStatus.Confirmed) ? Seats : 0;
}
