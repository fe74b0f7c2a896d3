using Assistant.Inference.Generation;
using Assistant.Inference.Host.Completions;
using Assistant.Inference.Host.Generation;
using Microsoft.AspNetCore.Http;

namespace Assistant.Inference.Host.Tests.Generation;

/// <summary>The ends that a healthy engine does not have, with generations finished by hand.</summary>
public sealed class GenerationStreamTests
{
    private readonly RunningGeneration generation = new(() => 0);
    private readonly DefaultHttpContext context = new() { Response = { Body = new MemoryStream() } };

    [Fact]
    public async Task ExecuteAsync_OfAFailureBeforeTheFirstToken_IsAnOrdinaryError()
    {
        Finish(FinishReason.Failed, 0);

        await Stream().ExecuteAsync(context);

        context.Response.StatusCode.ShouldBe(StatusCodes.Status500InternalServerError);
        context.Response.ContentType.ShouldNotBeNull().ShouldStartWith("application/json");
        Body().ShouldContain("lost the device");
    }

    [Fact]
    public async Task ExecuteAsync_OfAFailureAfterAToken_EndsWithAnErrorEventAndABrokenResponse()
    {
        generation.Write(new("Half an", []));
        Finish(FinishReason.Failed, 1);

        await Should.ThrowAsync<InterruptedGenerationException>(() => Stream().ExecuteAsync(context));

        var events = Body().Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        events.Length.ShouldBe(2);
        events[0].ShouldContain("Half an");
        events[1].ShouldStartWith("data: {\"error\":");
    }

    [Fact]
    public async Task ExecuteAsync_OfAGoodEnd_EndsWithUsageAndDone()
    {
        generation.Write(new("Half an", []));
        generation.Write(new(" hour", []));
        Finish(FinishReason.Stop, 2);

        await Stream().ExecuteAsync(context);

        var events = Body().Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        events.Length.ShouldBe(5);
        events[2].ShouldContain("\"finish_reason\":\"stop\"");
        events[3].ShouldContain("\"usage\"");
        events[4].ShouldBe("data: [DONE]");
    }

    [Theory]
    [InlineData(FinishReason.Failed, StatusCodes.Status500InternalServerError)]
    [InlineData(FinishReason.Cancelled, StatusCodes.Status503ServiceUnavailable)]
    [InlineData(FinishReason.Deadline, StatusCodes.Status504GatewayTimeout)]
    public async Task WholeAsync_OfAGenerationThatGaveNothing_IsAnError(FinishReason reason, int status)
    {
        Finish(reason, 0);

        var result = await Generations.WholeAsync(generation, (_, _) => "answer", TestContext.Current.CancellationToken);

        result.ShouldBeOfType<Inference.Host.Errors.ApiError>().Status.ShouldBe(status);
    }

    private GenerationStream<Completion> Stream() =>
        new(generation, new CompletionAnswer(new AnswerIdentity("cmpl-1", 0, "base", "fp_1"), includeUsage: true));

    private void Finish(FinishReason reason, int tokens) =>
        generation.Finish(new(reason, 3, 0, tokens, 0, 0, TimeSpan.Zero, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2), reason == FinishReason.Failed ? "lost the device" : null));

    private string Body() => System.Text.Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());
}
