using System.Net;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>What a role may do, somebody with that role can; and nothing else.</summary>
public sealed class RolesTests : IClassFixture<TestSite>
{
    private readonly TestSite _site;

    public RolesTests(TestSite site) => _site = site;

    [Fact]
    public async Task Editor_publishes_and_manages_no_users()
    {
        using var editor = await _site.SignedInAsync("Editor", "erika");

        var created = await editor.CreateEventAsync("By an editor");

        Assert.Equal(HttpStatusCode.Redirect, created.Status);
        using var visitor = _site.Visit(Institute.Department);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/events/by-an-editor")).Status);
        Assert.True((await editor.GetAsync("/Admin/Users/Index")).IsForbidden());
        Assert.True((await editor.GetAsync("/Admin/Roles/Index")).IsForbidden());
    }

    [Fact]
    public async Task Viewer_looks_and_changes_nothing()
    {
        using var administrator = _site.Visit(Institute.Department);
        await administrator.SignInAsync();
        var edit = await administrator.EditAddressAsync("Event", "What Cities Promise");

        using var viewer = await _site.SignedInAsync("Viewer", "viktor");

        Assert.Equal(HttpStatusCode.OK, (await viewer.GetAsync("/Admin")).Status);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync(edit)).Status);
        Assert.True((await viewer.GetAsync(edit)).IsForbidden());
        Assert.True((await viewer.GetAsync("/Admin/Contents/ContentTypes/Event/Create")).IsForbidden());
        Assert.True((await viewer.GetAsync("/Admin/Users/Index")).IsForbidden());
    }
}
