namespace InstituteCms.Mails;

/// <summary>Why a mail could not be handed over. Names and numbers are stored: neither ever changes.</summary>
public enum MailProblem
{
    /// <summary>It was handed over, or was not tried yet.</summary>
    None,

    /// <summary>The mail server does not answer, or breaks off.</summary>
    Connection,

    /// <summary>The mail server does not let this site in, or does not take mail from its address.</summary>
    SignIn,

    /// <summary>The mail server asks to try again later.</summary>
    Busy,

    /// <summary>The mail server refuses this address for good.</summary>
    Recipient,

    /// <summary>The mail server refuses this mail for good.</summary>
    Refused,

    /// <summary>Something else, of which nothing is known.</summary>
    Unknown,

    /// <summary>The person's data was erased before the mail could go out.</summary>
    Erased,
}
