namespace InstituteCms.Mails;

/// <summary>Lets one delivery run at a time in this process; who asks meanwhile makes it look once more.</summary>
public sealed class MailPump
{
    private int _asked;

    /// <summary>Delivers until nobody has asked since; returns at once where somebody else is at it.</summary>
    public async Task RunAsync(Func<Task> deliver)
    {
        if (Interlocked.Increment(ref _asked) > 1)
        {
            return;
        }

        try
        {
            int answered;
            do
            {
                answered = Volatile.Read(ref _asked);
                await deliver();
            }
            while (Interlocked.CompareExchange(ref _asked, 0, answered) != answered);
        }
        catch
        {
            Volatile.Write(ref _asked, 0);
            throw;
        }
    }
}
