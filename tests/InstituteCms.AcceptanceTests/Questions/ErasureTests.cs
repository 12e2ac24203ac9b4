using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Registrations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Questions;

/// <summary>"Your answer is erased 7 days after the event": before everything else, and the rest with everything else.</summary>
public sealed class ErasureTests
{
    [Fact]
    public async Task Sensitive_answer_goes_first_and_the_others_with_the_person()
    {
        const string tenant = Institute.DepartmentTenant;
        await using var site = new TestSite();
        using (var visitor = site.Visit(Institute.Department))
        {
            var form = await visitor.GetAsync(Institute.OpenEvent + "/register");
            Assert.True((await visitor.AnswerAsync(form, "canary@example.org", ("Form.Answers.reception", "yes"), ("Form.Answers.diet", "Canaryseed"))).IsSeated());
        }

        site.Clock.Advance(TimeSpan.FromDays(36)); // The event is in 30 days.
        await Foundation.WorkAsync(site, tenant);
        Assert.Equal(1, await site.CountAsync(tenant, "Canaryseed"));

        await site.UntilAsync(tenant,
            async () => await site.CountAsync(tenant, "Canaryseed") == 0,
            () => site.Clock.Advance(TimeSpan.FromDays(1)),
            "for the sensitive answer to be erased");
        Assert.True(await site.CountAsync(tenant, "canary@example.org") > 0);
        Assert.Equal(1, await site.CountAsync(tenant, "\"QuestionId\":\"reception\",\"Asked\""));

        await site.UntilAsync(tenant,
            async () => await site.CountAsync(tenant, "canary@example.org") == 0,
            () => site.Clock.Advance(TimeSpan.FromDays(10)),
            "for the person to be erased");
        Assert.Equal(0, await site.CountAsync(tenant, "\"QuestionId\":\"reception\",\"Asked\""));
        Assert.Equal(0L, await site.AskAsync(tenant, "SELECT COUNT(*) FROM AnsweredIndex"));
    }
}
