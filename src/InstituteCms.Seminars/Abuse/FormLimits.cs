using InstituteCms.Registrations;
using InstituteCms.Settings;
using Microsoft.AspNetCore.Http;

namespace InstituteCms.Abuse;

/// <summary>Counts what anybody may send, in forms and by the API alike: there are no two quotas.</summary>
public sealed class FormLimits
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    private readonly RequestLimits _limits;
    private readonly SettingsReader<AbuseSettings> _settings;

    public FormLimits(RequestLimits limits, SettingsReader<AbuseSettings> settings) => (_limits, _settings) = (limits, settings);

    /// <summary>Counts one registration; says how long to wait where there were too many.</summary>
    /// <param name="http">The request.</param>
    /// <param name="email">The address that is registered, as typed.</param>
    /// <param name="event">Names the event, always in the same way.</param>
    public async Task<TimeSpan> CountRegistrationAsync(HttpContext http, string email, string @event)
    {
        var settings = await _settings.ReadAsync();
        var key = EmailAddressKey.From(email);
        return _limits.Count(
            new("Registration by address", AddressOf(http), new(settings.RegistrationsPerAddressAndMinute, _minute)),
            new("Registration by e-mail", key, new(key.Length == 0 ? 0 : settings.RegistrationsPerEmailAndHour, _hour)),
            new("Registration by event", @event.ToUpperInvariant(), new(settings.RegistrationsPerEventAndMinute, _minute)));
    }

    /// <summary>Counts one lost link that is asked for.</summary>
    /// <inheritdoc cref="CountRegistrationAsync"/>
    public async Task<TimeSpan> CountLinkAsync(HttpContext http, string email, string @event)
    {
        var settings = await _settings.ReadAsync();
        var key = EmailAddressKey.From(email);
        return _limits.Count(
            new("Link by address", AddressOf(http), new(settings.LinksPerAddressAndMinute, _minute)),
            new("Link by e-mail", key, new(key.Length == 0 ? 0 : settings.LinksPerEmailAndHour, _hour)),
            new("Link by event", @event.ToUpperInvariant(), new(settings.LinksPerEventAndMinute, _minute)));
    }

    private static string AddressOf(HttpContext http) => NetworkKey.Of(http.Connection.RemoteIpAddress);
}
