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
        builder.Add(S["Seminars"], "0.5", seminars => seminars
            .Add(S["Registrations"], "5", registrations => registrations
                .Id("registrations")
                .Action(nameof(RegistrationAdminController.Index), "RegistrationAdmin", "InstituteCms.Seminars")
                .Permission(RegistrationPermissions.ViewRegistrations)
                .LocalNav()));
        builder.Add(S["Settings"], "8", settings => settings
            .Add(S["Privacy"], "5", privacy => privacy
                .Id("privacy")
                .Action(nameof(PrivacyController.Index), "Privacy", "InstituteCms.Seminars")
                .Permission(SitePermissions.ManageInstitute)
                .LocalNav())
            .Add(S["Mails to registrants"], "6", mails => mails
                .Id("mailtexts")
                .Action(nameof(MailTemplateAdminController.Index), "MailTemplateAdmin", "InstituteCms.Seminars", new RouteValueDictionary { ["scope"] = MailTemplateAdminController.Site })
                .Permission(SitePermissions.ManageInstitute)
                .LocalNav()));
        return ValueTask.CompletedTask;
    }
}
