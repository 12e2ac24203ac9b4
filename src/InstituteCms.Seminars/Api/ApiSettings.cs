using InstituteCms.Settings;

namespace InstituteCms.Api;

/// <summary>Who may use the API of a site from where, and how often.</summary>
public sealed class ApiSettings : IConfigurableSettings<ApiSettings>
{
    /// <summary>Stands for every origin.</summary>
    public const string AnyOrigin = "*";

    public const int Most = 1_000_000;

    /// <summary>Origins whose pages may use the API by script, such as <c>https://www.department.example</c>, a line each; <see cref="AnyOrigin"/> for all.</summary>
    /// <remarks>Never with cookies: a page elsewhere cannot act as somebody who is signed in here.</remarks>
    public string Origins { get; set; } = AnyOrigin;

    /// <summary>Requests from one network address; 0 is no limit.</summary>
    public int RequestsPerAddressAndMinute { get; set; } = 1_200;

    public static string Section => "InstituteCms_Api";

    /// <summary>Whether pages of this origin may use the API.</summary>
    public bool Admits(string origin) =>
        Lines().Any(line => line == AnyOrigin || line.TrimEnd('/').Equals(origin, StringComparison.OrdinalIgnoreCase));

    public ApiSettings Copy() => (ApiSettings)MemberwiseClone();

    internal IEnumerable<string> Lines() => Origins.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
