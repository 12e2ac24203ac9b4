using InstituteCms.Registrations;

namespace InstituteCms.Domain.Tests.Registrations;

public sealed class RegistrationTransitionTests
{
    /// <summary>The table that people read is the one that the code goes by.</summary>
    [Fact]
    public void Table_in_the_documentation_is_this_one()
    {
        var rows = RegistrationTransition.All
            .GroupBy(t => (t.From, t.Command))
            .Select(g => $"| {g.Key.From} | {g.Key.Command} | {string.Join(" or ", g.Select(t => t.To))} | {string.Join(", ", g.SelectMany(t => t.By).Distinct())} |");
        var table = string.Join('\n', rows.Prepend("|---|---|---|---|").Prepend("| From | Command | To | By |"));

        Assert.Contains(table, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "registration-states.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_status_can_be_reached_and_left()
    {
        Assert.Equal(Enum.GetValues<RegistrationStatus>().Order(), RegistrationTransition.All.Select(t => t.From).Distinct().Order());
        Assert.Equal(Enum.GetValues<RegistrationCommand>().Order(), RegistrationTransition.All.Select(t => t.Command).Distinct().Order());
    }

    [Fact]
    public void Nobody_confirms_but_the_registrant_and_the_organisers() =>
        Assert.All(
            RegistrationTransition.All.Where(t => t.To == RegistrationStatus.Confirmed && t.Command != RegistrationCommand.Promote),
            t => Assert.DoesNotContain(t.By, by => by is RegistrationActor.Site or RegistrationActor.Event));

    [Fact]
    public void What_is_not_in_the_table_is_refused()
    {
        Assert.Empty(RegistrationTransition.Targets(RegistrationStatus.Rejected, RegistrationCommand.Cancel, RegistrationActor.Registrant));
        Assert.Empty(RegistrationTransition.Targets(RegistrationStatus.Waitlisted, RegistrationCommand.Promote, RegistrationActor.Registrant));
        Assert.Empty(RegistrationTransition.Targets(RegistrationStatus.Pending, RegistrationCommand.Approve, RegistrationActor.Registrant));
    }
}
