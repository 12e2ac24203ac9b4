using System.Net;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>People with a role in the second department, as the administrator adds them.</summary>
public static class Accounts
{
    public static async Task<Visitor> SignedInAsync(this TestSite site, string role, string name)
    {
        using var administrator = site.Visit(Institute.Department);
        await administrator.SignInAsync();
        var saved = await administrator.AddUserAsync(role, name);
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);

        var user = site.Visit(Institute.Department);
        Assert.Equal(HttpStatusCode.Redirect, (await user.SignInAsync(name)).Status);
        return user;
    }
}
