namespace InstituteCms.Registrations;

/// <summary>What somebody who stands in line is told.</summary>
public enum RegistrationTurn
{
    /// <summary>Write: for yourself, and for those behind you.</summary>
    Together,

    /// <summary>Write for yourself: it did not work out together.</summary>
    Alone,

    /// <summary>Another has written; the receipt is there.</summary>
    Written,
}

/// <summary>Somebody who registers, on the way to the database and back.</summary>
public sealed class RegistrationRequest
{
    private readonly TaskCompletionSource<RegistrationTurn> _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RegistrationRequest(Registrant registrant, string siteUrl) => (Registrant, SiteUrl) = (registrant, siteUrl);

    public Registrant Registrant { get; }

    /// <summary>Address of the site as this person came to it: nobody's mail names the host of somebody else's request.</summary>
    public string SiteUrl { get; }

    /// <summary>What is to be committed together with what becomes of the request; it is handed the session of whoever writes.</summary>
    public Func<ISession, RegistrationReceipt, Task>? Alongside { get; init; }

    /// <summary>The answer, once it is committed; <see langword="null"/> when there is no such published event.</summary>
    public RegistrationReceipt? Receipt { get; set; }

    /// <summary>Waits in line.</summary>
    public Task<RegistrationTurn> TurnAsync() => _turn.Task;

    /// <summary>Ends the wait.</summary>
    public void Tell(RegistrationTurn turn) => _turn.SetResult(turn);
}
