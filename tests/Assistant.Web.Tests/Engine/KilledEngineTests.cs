using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assistant.Core.Access;
using Assistant.Core.Answers;
using Assistant.Core.Documents;
using Assistant.Web.Engine;
using Assistant.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Assistant.Web.Tests.Engine;

/// <summary>The whole application, with an engine that dies while it answers.</summary>
public sealed class KilledEngineTests
{
    private const string Question = "Which colour has the badge for visitors of the observatory?";
    private const string FirstSentence = "has the colour turquoise";

    [Fact]
    public async Task Kill_BeforeTheFirstToken_TheNextEngineAnswers()
    {
        using var engine = new ScriptedEngine("wait", "answer");
        await using var host = await StartAsync(engine);

        var answering = await AskAsync(host);
        await engine.WaitForRequestAsync();
        engine.Kill();
        var answer = await FinishAsync(answering);

        (answer.Outcome, answer.Generator, answer.Problem).ShouldBe((AnswerOutcome.Answered, GeneratorKind.Model, null));
        answer.Text.ShouldContain(FirstSentence);
        answer.Facts.ShouldNotBeNull().Model.ShouldBe("stand-in-7b");
        var snapshot = host.Services.GetRequiredService<EngineSupervisor>().Snapshot;
        (snapshot.State, snapshot.Restarts).ShouldBe((ModelServerState.Ready, 1));
    }

    [Fact]
    public async Task Kill_AfterTheFirstSentence_KeepsItSaysSoAndAnswersTheNextQuestion()
    {
        using var engine = new ScriptedEngine("half", "answer");
        await using var host = await StartAsync(engine);

        var answering = await AskAsync(host);
        await UntilAsync(answering, s => s.Text.Contains(FirstSentence, StringComparison.Ordinal));
        engine.Kill();
        var broken = await FinishAsync(answering);
        await ReadyAgainAsync(host);
        var next = await FinishAsync(await AskAsync(host));

        (broken.Outcome, broken.Problem).ShouldBe((AnswerOutcome.Failed, ModelProblem.BrokeOff));
        broken.Text.ShouldContain(FirstSentence);
        (next.Outcome, next.Generator).ShouldBe((AnswerOutcome.Answered, GeneratorKind.Model));
        next.Text.ShouldContain("returned at the gate");
    }

    [Fact]
    public async Task Ask_UnusableModel_QuotesAndStaysReadyAndTellsTheAdministrator()
    {
        using var engine = new ScriptedEngine("refuse");
        await using var host = await StartAsync(engine);

        var answer = await FinishAsync(await AskAsync(host));

        (answer.Outcome, answer.Generator, answer.Problem).ShouldBe((AnswerOutcome.Answered, GeneratorKind.Extractive, ModelProblem.Unusable));
        using var admin = await host.SignInAsync("clara@halden.example");
        (await admin.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var part = (await admin.Http.GetFromJsonAsync<JsonObject>("/health", TestContext.Current.CancellationToken))!["parts"]!["engine"]!;
        part["status"]!.GetValue<string>().ShouldBe("Degraded");
        part["message"]!.GetValue<string>().ShouldContain("wrong shape");
    }

    /// <summary>A host whose engine has started, or given up, and whose only document is read in.</summary>
    private static async Task<WebHost> StartAsync(ScriptedEngine engine)
    {
        var host = new WebHost { Replace = services => services.Replace(ServiceDescriptor.Singleton(ScriptedEngine.Command)) }.With("Inference:Model", engine.Model);
        using var admin = await host.SignInAsync("clara@halden.example");
        using var response = await admin.UploadAsync(
            "domain=it&classification=internal&group=everyone&fileName=observatory.txt",
            "Visitors of the observatory\n\nThe badge for visitors of the observatory has the colour turquoise. The badge for visitors of the observatory is returned at the gate."u8.ToArray());
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var documents = host.Services.GetRequiredService<IDocumentStore>();
        while ((await documents.CountByStateAsync(TestContext.Current.CancellationToken)).GetValueOrDefault(DocumentState.Ready) == 0)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        await host.Services.GetRequiredService<IModelServer>().ConnectAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        return host;
    }

    private static async Task ReadyAgainAsync(WebHost host)
    {
        var engine = host.Services.GetRequiredService<EngineSupervisor>();
        while (engine.Snapshot is not { State: ModelServerState.Ready, Restarts: 1 })
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<ILiveAnswer> AskAsync(WebHost host)
    {
        var anna = (await host.Services.GetRequiredService<IUserDirectory>().FindAsync(await host.IdOfAsync("anna@halden.example"), TestContext.Current.CancellationToken))!;
        var result = await host.Services.GetRequiredService<IAnswerService>().AskAsync(new AskRequest(anna, Guid.CreateVersion7(), Question, null), TestContext.Current.CancellationToken);
        return result.ShouldBeOfType<AskResult.Accepted>().Answer;
    }

    private static async Task<FinishedAnswer> FinishAsync(ILiveAnswer answer) => (await UntilAsync(answer, s => s.Finished is not null)).Finished!;

    private static async Task<AnswerSnapshot> UntilAsync(ILiveAnswer answer, Func<AnswerSnapshot, bool> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        var snapshot = answer.Snapshot;
        while (!condition(snapshot))
        {
            snapshot = await answer.WaitForChangeAsync(snapshot.Version, limit.Token);
        }

        return snapshot;
    }
}
