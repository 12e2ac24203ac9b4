namespace InstituteCms.Kernel.Tenants;

/// <summary>Where a tenant keeps its files: <c>App_Data/Sites/{tenant}</c>, which exists.</summary>
internal sealed record TenantFolder(string Path);
