namespace InstituteCms.Previews;

/// <summary>What can be looked at before it is public.</summary>
public enum PreviewView
{
    Page,

    /// <summary>Its entry in the site's list.</summary>
    Entry,

    /// <summary>The mail that confirms a registration.</summary>
    Mail,

    Calendar,
}
