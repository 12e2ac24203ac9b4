using System.Net;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Headless;

/// <summary>Administrators make programs and scopes known; what cannot be is said beside the field.</summary>
public sealed class OpenIdAdminTests : IClassFixture<OpenIdSite>
{
    private const string Programs = "/Admin/OpenId/Application";
    private const string Form = "main form.narrow";

    private readonly TestSite _site;

    public OpenIdAdminTests(OpenIdSite site) => _site = site.Site;

    [Fact]
    public async Task Program_gets_a_secret_that_is_shown_once_can_be_renewed_and_ends_with_it()
    {
        using var administrator = await AdministratorAsync();

        var made = await SaveAsync(administrator, "nightly", ("AllowClientCredentials", "true"), (await RoleFieldAsync(administrator, "Editor"), "true"));
        var secret = made.Document.QuerySelector("#secret")!.GetAttribute("value")!;
        var token = await _site.OwnTokenAsync(client: "nightly", secret: secret);
        Assert.Equal(HttpStatusCode.OK, await _site.ContentAsync(token));
        Assert.True(made.Response.Headers.CacheControl!.NoStore);
        Assert.Equal(0, await _site.CountAsync(Institute.DepartmentTenant, secret));

        var edit = await administrator.GetAsync(Programs + "/Edit/nightly");
        Assert.DoesNotContain(secret, edit.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.SubmitAsync(edit, Form, ("DisplayName", "Renamed"))).Status);
        Assert.NotEmpty(await _site.OwnTokenAsync(client: "nightly", secret: secret));
        var renewed = (await administrator.SubmitAsync(edit, Form, ("renew", "true"))).Document.QuerySelector("#secret")!.GetAttribute("value")!;
        Assert.NotEmpty(await _site.OwnTokenAsync(client: "nightly", secret: renewed));
        var old = await _site.TokenAsync(Institute.Department, ("grant_type", "client_credentials"), ("client_id", "nightly"), ("client_secret", secret));
        Assert.Equal(HttpStatusCode.Unauthorized, old.Status);

        await administrator.SubmitAsync(edit, "form[action$='Delete/nightly']");
        Assert.Equal(HttpStatusCode.Unauthorized, await _site.ContentAsync(token));
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync(Programs + "/Edit/nightly")).Status);
        Assert.Contains("Deleted a program", (await administrator.GetAsync("/Admin/Audit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_recipe_has_said_of_a_program_stays_when_its_name_is_changed()
    {
        await _site.ImportAsync(Packages.Recipe($$"""
            { "steps": [ { "name": "OpenIdApplication", "ClientId": "trusted", "DisplayName": "Trusted", "Type": "public", "ConsentType": "implicit", "AllowAuthorizationCodeFlow": true, "RedirectUris": "{{OpenIdSite.Back}}" } ] }
            """), Institute.Department);
        using var administrator = await AdministratorAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await administrator.SubmitAsync(await administrator.GetAsync(Programs + "/Edit/trusted"), Form, ("DisplayName", "Renamed"))).Status);

        var page = await administrator.GetAsync(OpenIdSteps.Authorize(OpenIdSteps.NewVerifier(), scope: "openid").Replace("client_id=reader", "client_id=trusted", StringComparison.Ordinal));
        Assert.NotEmpty(OpenIdSteps.CodeIn(page)); // Nobody is asked.
    }

    [Theory]
    [InlineData("DisplayName", "", "Enter a name.")]
    [InlineData("ClientId", "two words", "Enter an id of letters, digits, dots and hyphens.")]
    [InlineData("ClientId", "newsletter", "There is a program with this id already.")]
    [InlineData("RedirectUris", "", "Enter whole addresses such as https://example.org/signed-in, one a line.")]
    [InlineData("RedirectUris", "javascript:alert(1)", "Enter whole addresses such as https://example.org/signed-in, one a line.")]
    [InlineData("RedirectUris", "http://example.org/", "Enter whole addresses such as https://example.org/signed-in, one a line.")]
    [InlineData("RedirectUris", "https://example.org/#x", "Enter whole addresses such as https://example.org/signed-in, one a line.")]
    [InlineData("Scopes", "unheard-of", "There is no scope of the name unheard-of.")]
    [InlineData("AllowAuthorizationCode", "false", "Choose at least one.", "AllowClientCredentials")]
    public async Task What_cannot_be_is_said_beside_the_field_and_nothing_is_lost(string field, string value, string sentence, string? at = null)
    {
        using var administrator = await AdministratorAsync();

        var page = await SaveAsync(administrator, "wrong", ("AllowAuthorizationCode", "true"), ("RedirectUris", OpenIdSite.Back), ("Scopes", "news profile"), (field, value));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(sentence, page.Document.QuerySelector($"[data-valmsg-for={at ?? field}]")!.TextContent.Trim());
        Assert.Equal(field == "DisplayName" ? "" : "Program wrong", page.Document.QuerySelector("#DisplayName")!.GetAttribute("value") ?? "");
        Assert.Equal(field == "RedirectUris" ? value : OpenIdSite.Back, page.Document.QuerySelector("#RedirectUris")!.TextContent.Trim());
    }

    [Fact]
    public async Task Program_without_a_secret_cannot_act_for_itself()
    {
        using var administrator = await AdministratorAsync();

        var page = await SaveAsync(administrator, "open", ("IsPublic", "true"), ("AllowClientCredentials", "true"));

        Assert.Equal("A program without a secret cannot act for itself.", page.Document.QuerySelector("[data-valmsg-for=AllowClientCredentials]")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("")]
    public async Task Scope_needs_a_name_without_spaces(string name)
    {
        using var administrator = await AdministratorAsync();

        var page = await administrator.SubmitAsync(await administrator.GetAsync("/Admin/OpenId/Scope"), Form, ("Form.Name", name), ("Form.Description", "Kept"));

        Assert.Equal("Enter an id of letters, digits, dots and hyphens.", page.Document.QuerySelector("[data-valmsg-for='Form.Name']")!.TextContent.Trim());
        Assert.Equal("Kept", page.Document.QuerySelector("#Form_Description")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Scope_is_added_and_forgotten()
    {
        using var administrator = await AdministratorAsync();

        var list = await administrator.FollowAsync(await administrator.SubmitAsync(
            await administrator.GetAsync("/Admin/OpenId/Scope"), Form, ("Form.Name", "photos"), ("Form.Description", "Sees photos.")));
        Assert.Contains("Sees photos.", list.Text, StringComparison.Ordinal);
        list = await administrator.FollowAsync(await administrator.SubmitAsync(list, "form[action$='Delete/photos']"));
        Assert.DoesNotContain("Sees photos.", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_may_see_programs_and_only_administrators_those_of_administrators()
    {
        using var editor = await _site.SignedInAsync("Editor", "no-keeper");
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.GetAsync(Programs)).Status);
        await _site.ImportAsync(Packages.Recipe("""{ "steps": [ { "name": "Roles", "Roles": [ { "Name": "Keeper", "Permissions": [ "AccessAdminPanel", "ManageApplications" ] } ] } ] }"""));
        using var administrator = await AdministratorAsync();
        await SaveAsync(administrator, "mighty", ("AllowClientCredentials", "true"), (await RoleFieldAsync(administrator, "Administrator"), "true"));
        using var keeper = await _site.SignedInAsync("Keeper", "keeper");

        var raised = await SaveAsync(keeper, "raised", ("AllowClientCredentials", "true"), (await RoleFieldAsync(keeper, "Administrator"), "true"));
        var renewed = await keeper.SubmitAsync(await keeper.GetAsync(Programs + "/Edit/mighty"), Form, ("renew", "true"), (await RoleFieldAsync(keeper, "Administrator"), null));

        Assert.Equal("Only an administrator can change an administrator.", raised.Document.QuerySelector("[data-valmsg-for=Roles]")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.Forbidden, renewed.Status);
    }

    private static async Task<Page> SaveAsync(Visitor visitor, string clientId, params (string Name, string? Value)[] values)
    {
        var form = await visitor.GetAsync(Programs + "/Create");
        var fields = new (string Name, string? Value)[] { ("ClientId", clientId), ("DisplayName", "Program " + clientId) }.Concat(values).ToLookup(field => field.Name);
        return await visitor.SubmitAsync(form, Form, [.. fields.Select(field => field.Last())]);
    }

    /// <summary>The name of the box of a role.</summary>
    private static async Task<string> RoleFieldAsync(Visitor visitor, string role)
    {
        var form = await visitor.GetAsync(Programs + "/Create");
        return form.Document.QuerySelector($"[name^='Roles['][value='{role}']")!.GetAttribute("name")!.Replace(".Name", ".IsSelected", StringComparison.Ordinal);
    }

    private async Task<Visitor> AdministratorAsync()
    {
        var visitor = _site.Visit(Institute.Department);
        await visitor.SignInAsync();
        return visitor;
    }
}
