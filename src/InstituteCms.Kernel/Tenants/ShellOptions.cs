#nullable disable
namespace OrchardCore.Environment.Shell;

/// <summary>Where the sites keep their files: each in a folder of its name, in the container.</summary>
public class ShellOptions
{
    /// <summary>The one folder that a running site writes to.</summary>
    public string ShellsApplicationDataPath { get; set; }

    /// <summary>The folder in it that holds those of the sites.</summary>
    public string ShellsContainerName { get; set; }
}
