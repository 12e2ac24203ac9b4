namespace InstituteCms;

/// <summary>Lets one delivery run at a time in this process; who asks meanwhile makes it look once more.</summary>
public class Pump
{
    private int _asked;

    /// <summary>Makes the delivery that runs look once more; false when none runs.</summary>
    public bool TryAskAgain()
    {
        var asked = Volatile.Read(ref _asked);
        while (asked > 0)
        {
            var seen = Interlocked.CompareExchange(ref _asked, asked + 1, asked);
            if (seen == asked)
            {
                return true;
            }

            asked = seen;
        }

        return false;
    }

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
