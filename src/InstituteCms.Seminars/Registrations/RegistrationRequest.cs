namespace InstituteCms.Registrations;

/// <summary>Somebody who registers, on the way to the database and back.</summary>
public sealed class RegistrationRequest
{
    private readonly TaskCompletionSource<bool> _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RegistrationRequest(Registrant registrant, string siteUrl) => (Registrant, SiteUrl) = (registrant, siteUrl);

    public Registrant Registrant { get; }

    /// <summary>Address of the site as this person came to it: nobody's mail names the host of somebody else's request.</summary>
    public string SiteUrl { get; }

    /// <summary>The answer, once it is committed; <see langword="null"/> when there is no such published event.</summary>
    public RegistrationReceipt? Receipt { get; set; }

    /// <summary>Why there is no answer.</summary>
    public Exception? Failure { get; set; }

    /// <summary>True when it is this one's turn to write, for itself and for those behind it; false when it was answered.</summary>
    public Task<bool> IsToWriteAsync() => _turn.Task;

    /// <summary>It is this one's turn.</summary>
    public void Write() => _turn.SetResult(true);

    /// <summary>It was written by another.</summary>
    public void Answer()
    {
        if (Failure is null)
        {
            _turn.SetResult(false);
        }
        else
        {
            _turn.SetException(Failure);
        }
    }
}
