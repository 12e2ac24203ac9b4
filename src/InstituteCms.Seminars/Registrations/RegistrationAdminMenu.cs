using InstituteCms.Mails;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace InstituteCms.Registrations;

/// <summary>The ways to registrations, beside those to events, and to what the institute says about their data.</summary>
public sealed class RegistrationAdminMenu : AdminNavigationProvider
{
    private readonly IStringLocalizer S;

    public RegistrationAdminMenu(IStringLocalizer<RegistrationAdminMenu> localizer) => S = localizer;

    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Seminars"], "0.5", seminars => seminars.AddPage(S["Registrations"], "5", "registrations", "RegistrationAdmin", RegistrationPermissions.ViewRegistrations));
        builder.Add(S["Settings"], "8", settings => settings
            .AddPage(S["Privacy"], "5", "privacy", "Privacy", SitePermissions.ManageInstitute)
            .AddPage(S["Mails to registrants"], "6", "mailtexts", "MailTemplateAdmin", SitePermissions.ManageInstitute, new RouteValueDictionary { ["scope"] = MailTemplateAdminController.Site }));
        return ValueTask.CompletedTask;
    }
}
