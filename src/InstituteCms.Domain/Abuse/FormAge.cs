namespace InstituteCms.Abuse;

/// <summary>What the time between a form and its answer tells.</summary>
public enum FormAge
{
    /// <summary>A person may have filled it in.</summary>
    Fit,

    /// <summary>Faster than anybody reads and types.</summary>
    TooFast,

    /// <summary>The page stood open for too long, or does not come from this site.</summary>
    Stale,
}

/// <summary>Judges it.</summary>
public static class FormAges
{
    /// <summary>The age of a form that was shown and sent then.</summary>
    /// <param name="shownUtc">When the form was shown; <see langword="null"/> when nobody knows.</param>
    /// <param name="nowUtc">When it was sent.</param>
    /// <param name="atLeast">The shortest time that a person needs.</param>
    /// <param name="atMost">The longest time for which a form is good.</param>
    public static FormAge At(DateTime? shownUtc, DateTime nowUtc, TimeSpan atLeast, TimeSpan atMost) => (nowUtc - shownUtc) switch
    {
        null => FormAge.Stale,
        { } age when age < atLeast => FormAge.TooFast,
        { } age when age > atMost => FormAge.Stale,
        _ => FormAge.Fit,
    };
}
