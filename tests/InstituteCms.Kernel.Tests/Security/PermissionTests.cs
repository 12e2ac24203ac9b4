using InstituteCms.Kernel.Security;
using OrchardCore.Security.Permissions;

namespace InstituteCms.Kernel.Tests.Security;

public sealed class PermissionTests
{
    private static readonly Permission Publish = new("Publish", "Publish");
    private static readonly Permission Edit = new("Edit", "Edit", [Publish]);
    private static readonly Permission View = new("View", "View", [Edit]);

    [Fact]
    public void A_permission_is_implied_through_others_and_never_the_other_way()
    {
        Assert.Equal(["Edit", "Publish", "View"], PermissionClosure.Of(View).Order());
        Assert.Equal(["Publish"], PermissionClosure.Of(Publish));
    }

    [Fact]
    public void Permissions_that_imply_each_other_end()
    {
        var implied = new List<Permission>();
        var one = new Permission("One", "One", implied);
        implied.Add(new Permission("Two", "Two", [one]));

        Assert.Equal(["One", "Two"], PermissionClosure.Of(one).Order());
    }

    [Fact]
    public void A_feature_suggests_once_and_what_was_taken_since_stays_taken()
    {
        var document = new RolesDocument();
        Assert.True(document.BringUpToDate([new Suggestions()]));
        var editor = document.Find("editor")!;
        Assert.Equal(["Edit"], editor.PermissionNames());
        editor.Revoke(_ => true);

        Assert.False(document.BringUpToDate([new Suggestions()]));

        Assert.Empty(editor.PermissionNames());
    }

    [Fact]
    public void A_role_made_later_is_given_what_every_feature_suggests_for_its_name()
    {
        var document = new RolesDocument();
        document.BringUpToDate([new Suggestions()]);

        Assert.Equal(["View"], document.Add("Viewer", null, [new Suggestions()]).PermissionNames());
    }

    [Fact]
    public void The_administrators_permissions_are_not_stored()
    {
        var document = new RolesDocument();
        document.BringUpToDate([new Suggestions()]);

        Assert.Empty(document.Find("Administrator")!.RoleClaims);
    }

    private sealed class Suggestions : IPermissionProvider
    {
        public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([View, Edit, Publish]);

        public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
        [
            new() { Name = "Administrator", Permissions = [Publish] },
            new() { Name = "Editor", Permissions = [Edit] },
            new() { Name = "Viewer", Permissions = [View] },
        ];
    }
}
