using System.Diagnostics;
using Assistant.Core.Answers;
using Assistant.Web.Engine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Web.Tests.Engine;

public sealed class EngineSupervisorTests : IAsyncDisposable
{
    /// <summary>A limit, not a measurement.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly List<IDisposable> disposables = [];
    private EngineSupervisor? supervisor;

    [Fact]
    public async Task Start_UsableModel_TakesRequestsAndTellsItsStatus()
    {
        var engine = Script("answer");
        await StartAsync(engine);

        var address = (await supervisor!.ConnectAsync(Patience, TestContext.Current.CancellationToken)).ShouldNotBeNull();

        supervisor.State.ShouldBe(ModelServerState.Ready);
        address.Url.AbsolutePath.ShouldBe("/v1");
        (await supervisor.ReadStatusAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull().Model.Name.ShouldBe("stand-in-7b");
        supervisor.MemoryBytes.ShouldNotBeNull().ShouldBeGreaterThan(0);
        (supervisor.Snapshot.Restarts, supervisor.Snapshot.LastCrash).ShouldBe((0, null));
    }

    [Fact]
    public async Task Kill_RunningEngine_IsReplacedAndTheCauseKept()
    {
        var engine = Script("answer");
        await StartAsync(engine);
        var first = await ReadyAsync();

        engine.Kill();
        await UntilAsync(s => s.Restarts == 1);
        var second = await ReadyAsync();

        second.ShouldNotBe(first);
        engine.Processes.Distinct().Count().ShouldBe(2);
        supervisor!.Snapshot.LastCrash.ShouldNotBeNull().Cause.ShouldContain("SIGKILL");
    }

    [Fact]
    public async Task Start_CrashesTwice_IsStartedUntilItRunsAndItsLastWordsAreKept()
    {
        var engine = Script("crash", "crash", "answer");
        await StartAsync(engine);

        await ReadyAsync();

        engine.Processes.Count.ShouldBe(3);
        var crash = supervisor!.Snapshot.LastCrash.ShouldNotBeNull();
        crash.Cause.ShouldContain("SIGABRT");
        crash.LastLines.ShouldBe(["The last words before the crash."]);
    }

    [Fact]
    public async Task Start_UnusableModel_IsLeftAloneUntilItIsStartedAgain()
    {
        var engine = Script("refuse");
        await StartAsync(engine);

        await UntilAsync(s => s.State == ModelServerState.Unusable);
        (await supervisor!.ConnectAsync(Patience, TestContext.Current.CancellationToken)).ShouldBeNull();
        supervisor.Snapshot.Reason.ShouldBe("model.gguf: tensor blk.0.attn_q.weight has the wrong shape.");
        await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
        engine.Processes.Count.ShouldBe(1);

        engine.Rewrite("answer");
        supervisor.Restart();
        await UntilAsync(s => s.State == ModelServerState.Ready);

        supervisor.Snapshot.Reason.ShouldBeNull();
        engine.Processes.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Change_OfASettingOfTheEngine_RestartsIt()
    {
        var engine = Script("answer");
        var settings = await StartAsync(engine);
        await ReadyAsync();

        settings["Other:Key"] = "1";
        settings.Reload();
        settings["Inference:Threads"] = "2";
        settings.Reload();
        await UntilAsync(s => s is { State: ModelServerState.Ready, Restarts: 1 });

        engine.Processes.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Connect_StillLoading_WaitsNoLongerThanItsPatience()
    {
        var engine = Script("loading");
        await StartAsync(engine);

        (await supervisor!.ConnectAsync(TimeSpan.Zero, TestContext.Current.CancellationToken)).ShouldBeNull();
        (await supervisor.ConnectAsync(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken)).ShouldBeNull();
        supervisor.State.ShouldBe(ModelServerState.Starting);
    }

    [Fact]
    public async Task Start_NeverAnswers_IsEndedAndReplaced()
    {
        var engine = Script("mute", "answer");
        await StartAsync(engine, new SupervisionTimes { FirstDelay = TimeSpan.FromMilliseconds(1), LongestSilence = TimeSpan.FromSeconds(3) });

        await UntilAsync(s => s.LastCrash is not null);

        supervisor!.Snapshot.LastCrash!.Cause.ShouldContain("did not answer");
        IsRunning(engine.Processes[0]).ShouldBeFalse();
    }

    [Fact]
    public async Task Start_ProgramMissing_SaysWhich()
    {
        var engine = Script("answer");
        await StartAsync(engine, command: new EngineCommand("/no/such/program", []));

        await UntilAsync(s => s.State == ModelServerState.Unusable);

        supervisor!.Snapshot.Reason.ShouldNotBeNull().ShouldContain("/no/such/program");
    }

    [Fact]
    public async Task Stop_RunningEngine_EndsItsProcess()
    {
        var engine = Script("answer");
        await StartAsync(engine);
        await ReadyAsync();

        await supervisor!.StopAsync(TestContext.Current.CancellationToken);

        IsRunning(engine.Processes.ShouldHaveSingleItem()).ShouldBeFalse();
        supervisor.Snapshot.LastCrash.ShouldBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        if (supervisor is not null)
        {
            await supervisor.StopAsync(CancellationToken.None);
            supervisor.Dispose();
        }

        disposables.ForEach(d => d.Dispose());
    }

    private ScriptedEngine Script(params string[] starts)
    {
        var engine = new ScriptedEngine(starts);
        disposables.Add(engine);
        return engine;
    }

    private async Task<IConfigurationRoot> StartAsync(ScriptedEngine engine, SupervisionTimes? times = null, EngineCommand? command = null)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Inference:Model", engine.Model)]).Build();
        times ??= new SupervisionTimes { FirstDelay = TimeSpan.FromMilliseconds(10) };
        supervisor = new EngineSupervisor(command ?? ScriptedEngine.Command, new EngineEnvironment(settings), times, TimeProvider.System, NullLogger<EngineSupervisor>.Instance);
        await supervisor.StartAsync(TestContext.Current.CancellationToken);
        return settings;
    }

    private async Task<ModelAddress> ReadyAsync() =>
        (await supervisor!.ConnectAsync(Patience, TestContext.Current.CancellationToken)).ShouldNotBeNull();

    private async Task UntilAsync(Func<EngineSnapshot, bool> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        while (!condition(supervisor!.Snapshot))
        {
            await Task.Delay(10, limit.Token);
        }
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
