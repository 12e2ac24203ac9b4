namespace InstituteCms.Mails;

/// <summary>What those registered for an event were told, and when.</summary>
public sealed class ToldRegistrants
{
    public string Text { get; set; } = "";

    public DateTime AtUtc { get; set; }

    /// <summary>Tells one telling from the next: a form that was opened before it knows another one.</summary>
    public static string Mark(ToldRegistrants? told) => told?.AtUtc.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
