namespace InstituteCms.Imports;

/// <summary>What a column of an imported table can hold, beside answers. The names are sent in forms.</summary>
public enum ImportColumn
{
    /// <summary>The name as it shall be written.</summary>
    Name,

    /// <summary>The family name, where the given name stands in a column of its own.</summary>
    FamilyName,

    /// <summary>The given name.</summary>
    GivenName,

    /// <summary>The address.</summary>
    Email,

    /// <summary>Where the person belongs.</summary>
    Affiliation,

    /// <summary>Language of mails to the person.</summary>
    Language,

    /// <summary>How many seats are wanted, the own one among them.</summary>
    Seats,

    /// <summary>Whether the person comes to the venue or takes part online.</summary>
    Mode,

    /// <summary>The names of those who come along.</summary>
    Companions,
}
