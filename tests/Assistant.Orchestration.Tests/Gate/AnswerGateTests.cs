using Assistant.Core.Policies;
using Assistant.Orchestration.Gate;
using Assistant.Orchestration.Tests.Doubles;
using Assistant.Text.Sentences;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Assistant.Orchestration.Tests.Gate;

public sealed class AnswerGateTests
{
    private static readonly string[] Pieces = ["Leave is 30 days. ", "See [1]. ", "SECRET stays here. ", "\n- item\n", "Dr. Who ", "3.5 days", "? ", "! ", "x", "  ", "[2]", "ü ", "…"];

    private static readonly PolicyContext Context = new(Users.Anna, "question", null, "en", [], "");

    [Property(MaxTest = 300)]
    public Property ReleaseAsync_AnyChunking_ShowsOnlyCheckedText()
    {
        var text = from parts in Gen.ListOf(Gen.Elements(Pieces)) select string.Concat(parts);
        var cuts = Gen.ListOf(Gen.Choose(1, 9));
        return Prop.ForAll(Arb.From(text), Arb.From(cuts), (answer, sizes) =>
        {
            var policies = new FakePolicies((check, _) => ValueTask.FromResult(
                check.Text.Contains("SECRET", StringComparison.Ordinal) ? FakePolicies.Verdict(PolicyAction.Withhold, 0, check.Text.Length) : FakePolicies.Clean));
            var units = Release(policies, Chunks(answer, [.. sizes]));

            var passed = policies.Checks.Select(c => c.Text).Where(t => !t.Contains("SECRET", StringComparison.Ordinal)).ToList();
            units.Where(u => u.Shown is not null).Select(u => u.Shown!.Trim()).ShouldBe(passed);
            string.Concat(units.Select(u => u.Shown)).ShouldNotContain("SECRET");
        });
    }

    [Property(MaxTest = 200)]
    public Property ReleaseAsync_AnyChunking_CutsTheSameUnits()
    {
        var text = from parts in Gen.ListOf(Gen.Elements(Pieces)) select string.Concat(parts);
        var cuts = Gen.ListOf(Gen.Choose(1, 9));
        return Prop.ForAll(Arb.From(text), Arb.From(cuts), (answer, sizes) =>
            Release(new FakePolicies(), Chunks(answer, [.. sizes])).Select(u => u.Generated)
                .ShouldBe(Release(new FakePolicies(), [answer]).Select(u => u.Generated)));
    }

    [Property(MaxTest = 40)]
    public Property ReleaseAsync_ChecksThatThrowOrHang_ShowNothingOfTheirUnit()
    {
        var text = from parts in Gen.NonEmptyListOf(Gen.Elements(Pieces)) select string.Concat(parts);
        var faults = Gen.ListOf(Gen.Choose(0, 2));
        return Prop.ForAll(Arb.From(text), Arb.From(faults), (answer, modes) =>
        {
            var call = 0;
            var passed = new List<string>();
            var policies = new FakePolicies(async (check, cancellationToken) =>
            {
                var mode = call < modes.Count ? modes[call] : 0;
                call++;
                if (mode == 1)
                {
                    throw new InvalidOperationException("broken check");
                }

                if (mode == 2 && call <= 3)
                {
                    await Task.Delay(Timeout.Infinite, CancellationToken.None);
                }

                passed.Add(check.Text);
                return FakePolicies.Clean;
            });

            var units = Release(policies, Chunks(answer, [3]), TimeSpan.FromMilliseconds(100));
            units.Where(u => u.Shown is not null).Select(u => u.Shown!.Trim()).ShouldBe(passed);
            units.Where(u => u.Shown is null).ShouldAllBe(u => u.Verdict.Findings[0].RuleId == AnswerGate.CheckFailedRule && u.Verdict.ChecksRun.Count == 0);
        });
    }

    [Property]
    public Property ReleaseAsync_RedactedSpans_LeaveNoCharacterOfTheSpan()
    {
        var spans = Gen.ListOf(from start in Gen.Choose(-3, 30) from length in Gen.Choose(-2, 20) select (start, length));
        return Prop.ForAll(Arb.From(spans), found =>
        {
            const string text = "0123456789abcdefghijklmnop";
            var findings = found.Select(s => new Finding("r", PolicyAction.Redact, PolicySeverity.High, s.start, s.length, "m", "d", true)).ToList();
            var unit = GatedUnit.Apply(text, text, new PolicyVerdict(findings, ["r"], "h"));
            var inside = findings.All(f => f.Start >= 0 && f.Length > 0 && f.Start + f.Length <= text.Length);
            (unit.Shown is not null).ShouldBe(inside);
            foreach (var f in findings.Where(_ => inside))
            {
                text.Substring(f.Start, f.Length).ShouldAllBe(c => !unit.Shown!.Contains(c));
            }
        });
    }

    [Fact]
    public void ReleaseAsync_BlockingFinding_EndsTheAnswer()
    {
        var policies = new FakePolicies((check, _) => ValueTask.FromResult(
            check.Text.StartsWith("Two", StringComparison.Ordinal) ? FakePolicies.Verdict(PolicyAction.Block, 0, 3) : FakePolicies.Clean));

        var units = Release(policies, ["One is fine. Two is not. Three never comes."]);

        units.Count.ShouldBe(2);
        units[1].Shown.ShouldBeNull();
    }

    [Fact]
    public void ReleaseAsync_Unit_KnowsWhatWasReleasedBefore()
    {
        var policies = new FakePolicies();

        Release(policies, ["One is fine. Two follows."]);

        policies.Checks[^1].Context.Preceding.ShouldBe("One is fine. ");
    }

    private static List<GatedUnit> Release(FakePolicies policies, IReadOnlyList<string> chunks, TimeSpan? timeout = null)
    {
        var gate = new AnswerGate(policies, new SentenceSplitter(), Options.Create(new GateOptions { CheckTimeout = timeout ?? TimeSpan.FromSeconds(30) }), NullLogger<AnswerGate>.Instance);
        return gate.ReleaseAsync(chunks.ToAsyncEnumerable(), Context, TestContext.Current.CancellationToken).ToListAsync().AsTask().GetAwaiter().GetResult();
    }

    private static List<string> Chunks(string text, IReadOnlyList<int> sizes)
    {
        var chunks = new List<string>();
        var at = 0;
        for (var i = 0; at < text.Length; i++)
        {
            var size = Math.Min(sizes.Count == 0 ? text.Length : sizes[i % sizes.Count], text.Length - at);
            chunks.Add(text.Substring(at, size));
            at += size;
        }

        return chunks;
    }
}
