namespace InstituteCms.AcceptanceTests.Sites;

/// <summary>Addresses of what the recipes seed.</summary>
public static class Institute
{
    public const string Seminar = "/events/un-peace-operations-today-and-tomorrow";
    public const string Report = "/reports/un-peace-operations-today-and-tomorrow";

    /// <summary>In the second department: open for registration, 20 seats.</summary>
    public const string OpenEvent = "/events/what-cities-promise-what-cities-pay";
    public const string Department = "graspp";
    public const string DepartmentTenant = "Graspp";
}
