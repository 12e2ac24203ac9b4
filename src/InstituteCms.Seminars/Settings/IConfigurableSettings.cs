namespace InstituteCms.Settings;

/// <summary>Settings of a site whose values the configuration may set, whatever the site says: for load tests, and for who runs many sites.</summary>
public interface IConfigurableSettings<TSelf>
    where TSelf : IConfigurableSettings<TSelf>
{
    /// <summary>The configuration's section with these values.</summary>
    static abstract string Section { get; }

    /// <summary>The same values, to be changed: the site's own are shared.</summary>
    TSelf Copy();
}
