using System.Net;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>People with a role in the second department, as the administrator adds them.</summary>
public static class Accounts
{
    public static async Task<Visitor> SignedInAsync(this TestSite site, string role, string name)
    {
        using var administrator = site.Visit(Institute.Department);
        await administrator.SignInAsync();
        var form = await administrator.GetAsync("/Admin/Users/Create");
        var index = form.Document.QuerySelectorAll("input[name$='.Name'][type=hidden]").Select(i => i.GetAttribute("value")).ToList().IndexOf(role);
        Assert.True(index >= 0, $"No role {role} to give.");
        var saved = await administrator.SubmitAsync(form, "form:has([name=UserName])",
            ("UserName", name), ("Email", $"{name}@example.org"), ("Password", TestSite.Password), ($"Roles[{index}].IsSelected", "true"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);

        var user = site.Visit(Institute.Department);
        Assert.Equal(HttpStatusCode.Redirect, (await user.SignInAsync(name)).Status);
        return user;
    }
}
