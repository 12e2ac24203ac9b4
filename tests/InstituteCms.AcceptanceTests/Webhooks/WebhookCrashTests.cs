using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Webhooks;

/// <summary>What was published is told, although the process ends between the commit and the delivery.</summary>
public sealed class WebhookCrashTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("institute-cms-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Messages_that_were_on_their_way_or_waiting_come_after_a_kill()
    {
        await using var receiver = await HookReceiver.StartAsync();
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        receiver.Answer = (_, context) =>
        {
            arrived.TrySetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        await using (var host = await HostProcess.Start(
            _data,
            environment: [("OrchardCore__InstituteCms_Webhooks__Hosts__0", receiver.HostAndPort), ("OrchardCore__OrchardCore_AutoSetup__Tenants__0__AdminPassword", TestSite.Password)]).ReadyAsync())
        {
            using var editor = Visitor.At(host.Address, "");
            await editor.SignInAsync();
            await editor.AddEndpointAsync(receiver.Address, "EventPublished");
            await editor.CreateEventAsync("On its way");
            await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            await editor.CreateEventAsync("Waiting");
            await host.KillAsync();
        }

        var (first, before) = (receiver.Came.First(), receiver.Came.Count);
        receiver.AnswerWith(200, "at last");
        await using var site = new TestSite { Data = _data, LeaveData = true, Settings = { ["OrchardCore:InstituteCms_Webhooks:Hosts:0"] = receiver.HostAndPort } };
        site.Clock.SetUtcNow(TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(10));
        using var visitor = site.Visit();
        await visitor.GetAsync("/");
        await site.UntilAsync("Default", () => Task.FromResult(receiver.Came.Count >= before + 2), () => site.Clock.Advance(TimeSpan.FromMinutes(1)), "for both messages");

        Assert.Equal(["On its way", "Waiting"], receiver.Came.Skip(before).Select(hook => (string)hook.Data["title"]!).Order());
        Assert.Contains((first.Id, first.Body), receiver.Came.Skip(before).Select(hook => (hook.Id, hook.Body)));
    }
}
