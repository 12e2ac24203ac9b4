namespace InstituteCms.Mails;

/// <summary>The pump of the mails.</summary>
public sealed class MailPump : Pump;
