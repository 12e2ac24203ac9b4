namespace InstituteCms.Registrations;

/// <summary>What a change goes by of a registration.</summary>
/// <param name="Id">Document id.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Seats">Seats wanted.</param>
/// <param name="Invited">Whether it may have what is held back.</param>
/// <param name="HoldsSeats">Whether it holds them.</param>
public sealed record RegistrationState(long Id, RegistrationStatus Status, int Seats = 1, bool Invited = false, bool HoldsSeats = false);

/// <summary>Why a change cannot be made.</summary>
public enum ChangeHindrance
{
    /// <summary>It can.</summary>
    None,

    /// <summary>Where the registration stands, an organiser cannot do this.</summary>
    NotFromHere,

    /// <summary>No seat is free for the party, or those who wait come first.</summary>
    NoSeat,
}

/// <summary>What will become of one registration.</summary>
/// <param name="Id">Document id.</param>
/// <param name="From">Where it stands.</param>
/// <param name="To">Where it will stand when all changes are made.</param>
/// <param name="Hindrance">Why the change will not be made.</param>
public sealed record ForecastChange(long Id, RegistrationStatus From, RegistrationStatus To, ChangeHindrance Hindrance = ChangeHindrance.None);

/// <summary>What will become of all of them.</summary>
/// <param name="Changes">In the order in which they are made.</param>
/// <param name="MovedUp">Others who will get, or be offered, seats from the waiting list.</param>
public sealed record Forecast(IReadOnlyList<ForecastChange> Changes, IReadOnlyList<long> MovedUp);

/// <summary>Says what one command does to many registrations, one after another, before anything is done.</summary>
public sealed class ChangeForecast
{
    private readonly Dictionary<long, RegistrationState> _states;
    private readonly List<long> _line;
    private readonly WaitlistPromotion _promotion;
    private readonly bool _isTooLate;
    private SeatPool _pool;

    private ChangeForecast(SeatPool pool, IEnumerable<RegistrationState> line, IEnumerable<RegistrationState> others, WaitlistPromotion promotion, bool isTooLate)
    {
        _line = [.. line.Select(waiting => waiting.Id)];
        _states = line.Concat(others).DistinctBy(state => state.Id).ToDictionary(state => state.Id);
        _pool = pool;
        _promotion = promotion;
        _isTooLate = isTooLate;
    }

    /// <summary>
    /// The order in which many are changed: as they came, but who waits gives up first. Otherwise the seat of one who is cancelled would go to
    /// the next in line, who is cancelled a moment later.
    /// </summary>
    public static IEnumerable<RegistrationState> InOrder(IEnumerable<RegistrationState> chosen, RegistrationCommand command) =>
        command is RegistrationCommand.Cancel or RegistrationCommand.Reject ? chosen.OrderBy(state => state.HoldsSeats) : chosen;

    /// <summary>What an organiser's command will do.</summary>
    /// <param name="pool">The seats as they are.</param>
    /// <param name="line">All who wait, the first in line first.</param>
    /// <param name="chosen">Those it is given for, in the order in which they came.</param>
    /// <param name="command">The command.</param>
    /// <param name="promotion">How free seats go to those who wait.</param>
    /// <param name="isTooLate">Whether nobody moves up any more.</param>
    public static Forecast Of(
        SeatPool pool, IReadOnlyList<RegistrationState> line, IReadOnlyList<RegistrationState> chosen, RegistrationCommand command, WaitlistPromotion promotion, bool isTooLate)
    {
        var forecast = new ChangeForecast(pool, line, chosen, promotion, isTooLate);
        var changes = InOrder(chosen, command).Select(state => forecast.Make(state.Id, command) with { From = state.Status }).ToList();
        var ids = chosen.Select(state => state.Id).ToHashSet();
        return new(
            [.. changes.Select(change => change with { To = forecast._states[change.Id].Status })],
            [.. line.Where(waiting => !ids.Contains(waiting.Id) && forecast._states[waiting.Id].Status != RegistrationStatus.Waitlisted).Select(waiting => waiting.Id)]);
    }

    private ForecastChange Make(long id, RegistrationCommand command)
    {
        var state = _states[id];
        var targets = RegistrationTransition.Targets(state.Status, command, RegistrationActor.Organizer).ToList();
        if (targets.Count == 0)
        {
            return new(id, state.Status, state.Status, ChangeHindrance.NotFromHere);
        }

        var target = targets.Where(to => !NeedsSeat(state, to) || MayHaveSeats(state)).Cast<RegistrationStatus?>().FirstOrDefault();
        if (target is not { } reached)
        {
            return new(id, state.Status, state.Status, ChangeHindrance.NoSeat);
        }

        Move(state, reached);
        MoveUp(except: command == RegistrationCommand.MoveToWaitlist ? id : null);
        return new(id, state.Status, reached);
    }

    private static bool NeedsSeat(RegistrationState state, RegistrationStatus to) =>
        to is RegistrationStatus.Confirmed or RegistrationStatus.Offered && !state.HoldsSeats;

    private bool MayHaveSeats(RegistrationState state) =>
        state.Status == RegistrationStatus.Waitlisted ? _pool.Fits(state.Seats, state.Invited) : _pool.FitsNewcomer(state.Seats, state.Invited);

    private void Move(RegistrationState state, RegistrationStatus to)
    {
        var holds = to is RegistrationStatus.Confirmed or RegistrationStatus.Offered;
        if (holds != state.HoldsSeats)
        {
            _pool = _pool.After(holds ? state.Seats : -state.Seats, state.Invited);
        }

        if (_line.Remove(state.Id))
        {
            _pool = _pool with { Waiting = _pool.Waiting - state.Seats };
        }

        if (to == RegistrationStatus.Waitlisted)
        {
            _line.Add(state.Id);
            _pool = _pool with { Waiting = _pool.Waiting + state.Seats };
        }

        _states[state.Id] = state with { Status = to, HoldsSeats = holds };
    }

    private void MoveUp(long? except)
    {
        if (_isTooLate || _promotion == WaitlistPromotion.ByHand || _line.Count == 0 || _pool.Free(invited: true) == 0)
        {
            return;
        }

        var waiting = _line.Where(id => id != except).Select(id => new WaitingParty(id, _states[id].Seats, _states[id].Invited)).ToList();
        foreach (var party in Waitlist.Next(_pool, waiting).ToList())
        {
            Move(_states[party.Id], _promotion == WaitlistPromotion.ByOffer ? RegistrationStatus.Offered : RegistrationStatus.Confirmed);
        }
    }
}
