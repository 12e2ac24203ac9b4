using Microsoft.Extensions.Configuration;

namespace OrchardCore.Environment.Shell.Configuration;

/// <summary>A tenant's configuration: the host's section <c>OrchardCore</c>, overlaid by <c>OrchardCore:{tenant}</c>.</summary>
public interface IShellConfiguration : IConfiguration;
