using Assistant.Inference.Scheduling;
using Microsoft.Extensions.Time.Testing;

namespace Assistant.Inference.Tests.Scheduling;

public sealed class GroupRotationTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    private readonly FakeTimeProvider time = new();

    [Fact]
    public void Next_OverManySteps_GivesEachRequestTheSameTime()
    {
        var rotation = Rotation(longestWait: TimeSpan.FromHours(1));
        foreach (var group in (string[])["a", "a", "a", "b"])
        {
            AddDecoding(rotation, group);
        }

        var served = Compute(rotation, 400);

        served["a"].ShouldBeInRange(290, 310);
        served["b"].ShouldBeInRange(90, 110);
    }

    [Fact]
    public void Next_AfterAPromptArrives_ServesItFirst()
    {
        var rotation = Rotation(longestWait: TimeSpan.FromHours(1));
        AddDecoding(rotation, "long");
        Compute(rotation, 3);

        rotation.Add(TestRequests.Of("user", "short"));

        rotation.Next()!.IsPrompts.ShouldBeTrue();
    }

    [Fact]
    public void Next_WhenAGroupWaitedTooLongBehindPrompts_GivesItOneStep()
    {
        var rotation = Rotation(longestWait: TimeSpan.FromMilliseconds(25));
        AddDecoding(rotation, "waiting");
        rotation.Add(TestRequests.Of("user", "prompt"));

        List<bool> prompts = [];
        for (var i = 0; i < 8; i++)
        {
            var group = rotation.Next()!;
            time.Advance(Step);
            rotation.Charge(group, Step);
            prompts.Add(group.IsPrompts);
        }

        prompts.ShouldBe([true, true, true, false, true, true, true, false]);
    }

    [Fact]
    public void Next_WithoutRequests_IsNull()
    {
        var rotation = Rotation();
        var only = TestRequests.Of("user");
        rotation.Add(only);
        rotation.RunningCount.ShouldBe(1);

        rotation.Remove(only);

        rotation.Next().ShouldBeNull();
        rotation.RunningCount.ShouldBe(0);
    }

    private static void AddDecoding(GroupRotation rotation, string group)
    {
        var request = TestRequests.Of("user", group);
        rotation.Add(request);
        rotation.Promote(request);
    }

    private GroupRotation Rotation(TimeSpan? quantum = null, TimeSpan? longestWait = null) =>
        new(time, quantum ?? TimeSpan.FromMilliseconds(40), longestWait ?? TimeSpan.FromMilliseconds(250));

    private Dictionary<string, int> Compute(GroupRotation rotation, int steps)
    {
        var served = new Dictionary<string, int> { ["a"] = 0, ["b"] = 0 };
        for (var i = 0; i < steps; i++)
        {
            var group = rotation.Next()!;
            time.Advance(Step);
            rotation.Charge(group, Step);
            served[group.Key!] = served.GetValueOrDefault(group.Key!) + 1;
        }

        return served;
    }
}
