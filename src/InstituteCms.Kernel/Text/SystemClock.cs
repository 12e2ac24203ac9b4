using OrchardCore.Modules;

namespace InstituteCms.Kernel.Text;

/// <summary>The clock of the host.</summary>
internal sealed class SystemClock : IClock
{
    private readonly TimeProvider _time;

    public SystemClock(TimeProvider time) => _time = time;

    public DateTime UtcNow => _time.GetUtcNow().UtcDateTime;
}
