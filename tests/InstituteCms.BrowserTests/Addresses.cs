using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.BrowserTests;

public static class Addresses
{
    public const string OpenEvent = "/" + Institute.Department + Institute.OpenEvent;
    public const string Register = OpenEvent + "/register";
    public const string Admin = "/" + Institute.Department + "/Admin";
    public const string EventList = Admin + "/Contents/ContentItems/Event";
}
