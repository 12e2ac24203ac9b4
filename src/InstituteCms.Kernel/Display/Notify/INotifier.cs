#nullable disable
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Localization;

namespace OrchardCore.DisplayManagement.Notify;

/// <summary>Tells the person something on this page, or on the next after a redirect.</summary>
public interface INotifier
{
    /// <summary>Adds a message.</summary>
    ValueTask AddAsync(NotifyType type, LocalizedHtmlString message);

    /// <summary>The messages so far.</summary>
    IList<NotifyEntry> List();
}

/// <summary>How grave it is.</summary>
public enum NotifyType
{
    /// <summary>It worked.</summary>
    Success,

    /// <summary>Good to know.</summary>
    Information,

    /// <summary>Look again.</summary>
    Warning,

    /// <summary>It did not work.</summary>
    Error,
}

/// <summary>A message.</summary>
public class NotifyEntry
{
    /// <summary>How grave it is.</summary>
    public NotifyType Type { get; set; }

    /// <summary>The words.</summary>
    public IHtmlContent Message { get; set; }
}

/// <summary>One method for each kind.</summary>
public static class NotifierExtensions
{
    /// <summary>It worked.</summary>
    public static ValueTask SuccessAsync(this INotifier notifier, LocalizedHtmlString message) => notifier.AddAsync(NotifyType.Success, message);

    /// <summary>Good to know.</summary>
    public static ValueTask InformationAsync(this INotifier notifier, LocalizedHtmlString message) => notifier.AddAsync(NotifyType.Information, message);

    /// <summary>Look again.</summary>
    public static ValueTask WarningAsync(this INotifier notifier, LocalizedHtmlString message) => notifier.AddAsync(NotifyType.Warning, message);

    /// <summary>It did not work.</summary>
    public static ValueTask ErrorAsync(this INotifier notifier, LocalizedHtmlString message) => notifier.AddAsync(NotifyType.Error, message);
}
