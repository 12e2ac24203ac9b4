namespace InstituteCms.Settings;

/// <summary>Settings as they are filled in.</summary>
public interface ISettingsForm<TSelf, TSettings>
    where TSelf : ISettingsForm<TSelf, TSettings>
{
    /// <summary>Names of the values that the configuration sets, which nobody can change here.</summary>
    IReadOnlyList<string> Configured { get; set; }

    static abstract TSelf Of(TSettings settings);

    TSettings ToSettings();
}
