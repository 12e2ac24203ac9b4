namespace InstituteCms.Webhooks;

/// <summary>The pump of the messages to programs.</summary>
public sealed class WebhookPump : Pump;
