using System.Globalization;
using InstituteCms.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;

namespace InstituteCms.Abuse;

/// <summary>What a form that anybody may send asks for.</summary>
public enum GuardedForm
{
    Registration,
    LostLink,
}

/// <summary>
/// Guards a form about an event (route value <c>slug</c>): what no person can have sent gets the same answer as what a person sent; whoever
/// comes too often gets the form back, with everything in it, and is told when to send it again.
/// </summary>
/// <remarks>The form carries <c>_FormGuard.cshtml</c>; the action shows it again while <c>ModelState</c> is not valid.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GuardedFormAttribute : TypeFilterAttribute
{
    public GuardedFormAttribute(GuardedForm form, string answer)
        : base(typeof(FormGuard)) => Arguments = [form, answer];
}

/// <summary>Does it.</summary>
public sealed class FormGuard : IAsyncActionFilter
{
    /// <summary>Where in the model state the guard's sentence stands.</summary>
    public const string Key = "FormGuard";

    private const int LeastWaitSeconds = 5;

    private readonly GuardedForm _form;
    private readonly string _answer;
    private readonly SettingsReader<AbuseSettings> _settings;
    private readonly FormStamps _stamps;
    private readonly FormLimits _limits;
    private readonly IClock _clock;
    private readonly IStringLocalizer S;

    /// <param name="form">What is asked for.</param>
    /// <param name="answer">The action of the same controller that people are sent to in the end.</param>
    public FormGuard(
        GuardedForm form, string answer, SettingsReader<AbuseSettings> settings, FormStamps stamps, FormLimits limits, IClock clock, IStringLocalizer<FormGuard> localizer)
    {
        _form = form;
        _answer = answer;
        _settings = settings;
        _stamps = stamps;
        _limits = limits;
        _clock = clock;
        S = localizer;
    }

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var settings = await _settings.ReadAsync();
        var slug = context.RouteData.Values["slug"]?.ToString() ?? "";
        var shownUtc = _stamps.ShownUtc(context.HttpContext.Request);
        switch (FormAges.At(shownUtc, _clock.UtcNow, TimeSpan.FromSeconds(settings.LeastSeconds), TimeSpan.FromHours(settings.MostHours)))
        {
            case FormAge.TooFast:
                context.Result = new RedirectToActionResult(_answer, controllerName: null, new { slug });
                return;
            case FormAge.Stale:
                context.ModelState.AddModelError(Key, S["This page has been open for a long time. Everything you entered is still here; please send it again."]);
                break;
        }

        var wait = await CountAsync(context.HttpContext, slug);
        if (wait > TimeSpan.Zero)
        {
            context.ModelState.AddModelError(Key, Say(wait));
        }

        var done = await next();
        if (wait > TimeSpan.Zero && done.Result is ViewResult view)
        {
            view.StatusCode = StatusCodes.Status429TooManyRequests;
            context.HttpContext.Response.Headers.RetryAfter = Seconds(wait).ToString(CultureInfo.InvariantCulture);
        }
    }

    private Task<TimeSpan> CountAsync(HttpContext http, string slug)
    {
        var email = http.Request.Form["Form.Email"].ToString();
        var @event = "~/events/" + slug;
        return _form == GuardedForm.Registration ? _limits.CountRegistrationAsync(http, email, @event) : _limits.CountLinkAsync(http, email, @event);
    }

    private string Say(TimeSpan wait) => Seconds(wait) switch
    {
        < 100 and var seconds => S["Very many requests are coming in just now, and yours has not been taken yet. Everything you entered is still here; please send it again in {0} seconds.", seconds],
        var seconds => S["Very many requests are coming in just now, and yours has not been taken yet. Everything you entered is still here; please send it again in {0} minutes.", (seconds + 59) / 60],
    };

    private static int Seconds(TimeSpan wait) => Math.Max(LeastWaitSeconds, (int)Math.Ceiling(wait.TotalSeconds));
}
