using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardCore.Deployment;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using YesSql;

namespace InstituteCms.Registrations;

/// <summary>Asks for every registration in a package. It then holds personal data.</summary>
public sealed class RegistrationsDeploymentStep : DeploymentStep
{
    public RegistrationsDeploymentStep() => Name = RegistrationsStep.Name;

    public RegistrationsDeploymentStep(IStringLocalizer<RegistrationsDeploymentStep> localizer)
        : this()
    {
        var S = localizer;
        Category = S["Seminars"];
    }
}

/// <summary>Writes the recipe step that <see cref="RegistrationsStep"/> carries out. Mails that wait are left where they are.</summary>
public sealed class RegistrationsDeploymentSource : DeploymentSourceBase<RegistrationsDeploymentStep>
{
    private readonly ISession _session;

    public RegistrationsDeploymentSource(ISession session) => _session = session;

    protected override async Task ProcessAsync(RegistrationsDeploymentStep step, DeploymentPlanResult result)
    {
        var registrations = await _session.Query<Registration, RegistrationIndex>().OrderBy(registration => registration.CreatedUtc).ListAsync();
        result.Steps.Add(new JsonObject
        {
            ["name"] = RegistrationsStep.Name,
            [RegistrationsStep.Name] = new JsonArray([.. registrations.Select(MovedRegistrations.Write)]),
        });
    }
}

/// <summary>Shows the step in Orchard Core's editor of deployment plans.</summary>
public sealed class RegistrationsDeploymentStepDriver : DisplayDriver<DeploymentStep, RegistrationsDeploymentStep>
{
    public override Task<IDisplayResult> DisplayAsync(RegistrationsDeploymentStep step, BuildDisplayContext context) => CombineAsync(
        View("RegistrationsDeploymentStep_Summary", step).Location("Summary", "Content"),
        View("RegistrationsDeploymentStep_Thumbnail", step).Location("Thumbnail", "Content"));

    public override IDisplayResult Edit(RegistrationsDeploymentStep step, BuildEditorContext context) =>
        View("RegistrationsDeploymentStep_Edit", step).Location("Content");
}
