using Assistant.Inference.Scheduling;

namespace Assistant.Inference.Tests.Scheduling;

public sealed class FairQueueTests
{
    [Fact]
    public void TryTake_FromAFloodAndASingleRequest_AlternatesBetweenUsers()
    {
        var queue = new FairQueue();
        foreach (var user in (string[])["flood", "flood", "flood", "single"])
        {
            queue.TryEnqueue(TestRequests.Of(user), 10).ShouldBeTrue();
        }

        Take(queue, 4).ShouldBe(["flood", "single", "flood", "flood"]);
    }

    [Fact]
    public void TryTake_PrefersTheUserWithTheFewestRunning()
    {
        var queue = new FairQueue();
        queue.TryEnqueue(TestRequests.Of("busy"), 10);
        queue.TryEnqueue(TestRequests.Of("idle"), 10);

        queue.TryTake(user => user == "busy" ? 3 : 0, _ => true)!.Request.User.ShouldBe("idle");
    }

    [Fact]
    public void TryTake_WhenTheFirstOfALineMayNotStart_TriesTheNextLine()
    {
        var queue = new FairQueue();
        queue.TryEnqueue(TestRequests.Of("large", prompt: 100), 10);
        queue.TryEnqueue(TestRequests.Of("small"), 10);

        queue.TryTake(_ => 0, r => r.Request.Prompt.Count < 10)!.Request.User.ShouldBe("small");
        queue.TryTake(_ => 0, r => r.Request.Prompt.Count < 10).ShouldBeNull();
        queue.Count.ShouldBe(1);
    }

    [Fact]
    public void TryEnqueue_BeyondTheCapacity_IsRefused()
    {
        var queue = new FairQueue();
        queue.TryEnqueue(TestRequests.Of("a"), 1).ShouldBeTrue();

        queue.TryEnqueue(TestRequests.Of("b"), 1).ShouldBeFalse();
    }

    [Fact]
    public void Return_APreemptedRequest_PutsItBeforeTheOthersOfItsUser()
    {
        var queue = new FairQueue();
        var preempted = TestRequests.Of("a");
        queue.TryEnqueue(TestRequests.Of("a"), 10);
        queue.Return(preempted);

        queue.TryTake(_ => 0, _ => true).ShouldBe(preempted);
    }

    [Fact]
    public void PositionOf_WaitingRequests_FollowsTheOrderOfService()
    {
        var queue = new FairQueue();
        var requests = ((string[])["a", "a", "b", "c"]).Select(u => TestRequests.Of(u)).ToList();
        requests.ForEach(r => queue.TryEnqueue(r, 10));

        queue.PositionOf(requests[0]).ShouldBe(1);
        queue.PositionOf(requests[1]).ShouldBe(4);
        queue.PositionOf(TestRequests.Of("a")).ShouldBe(0);
    }

    private static IEnumerable<string> Take(FairQueue queue, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => queue.TryTake(_ => 0, _ => true)!.Request.User)];
}
