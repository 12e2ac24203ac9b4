namespace InstituteCms.Kernel.Media;

/// <summary>How much a site may store; a site's settings.</summary>
public sealed class MediaLimits
{
    /// <summary>The largest file, in megabytes.</summary>
    public int MaxFileMegabytes { get; set; } = 30;

    /// <summary>All files together, in megabytes.</summary>
    public int QuotaMegabytes { get; set; } = 2_048;

    /// <summary><paramref name="megabytes"/> in bytes.</summary>
    public static long Bytes(int megabytes) => megabytes * 1024L * 1024;
}
