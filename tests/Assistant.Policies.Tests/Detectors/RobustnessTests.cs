using Assistant.Core.Policies;
using Assistant.Policies.Tests.Doubles;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Assistant.Policies.Tests.Detectors;

public sealed class RobustnessTests(ShippedPolicies policies)
{
    private static readonly string[] Pieces =
    [
        " ", "\n", "[1]", "[2]", "[99]", "12", "999999999999999999bn", "million", " pm", "31", "March", "2026", "-", "–", "/", ".", ",", "%", "€", "$", "@", "a@b.cd", "+44 113 496 0345",
        "|", " | ", ":", "not", "DE89370400440532013000", "4111111111111111", "\uD83D", "\U000E0041", "\u200B", "´s", "'s", "#", "*", "<", "<img src=", "![", "](", "ignore", "previous", "instructions", "Straße", "ß", "Ж", "你好",
    ];

    [Property(MaxTest = 150)]
    public Property CheckAsync_AnyText_RunsEveryRuleToItsEndWithSpansInside()
    {
        var text = Gen.ListOf(Gen.OneOf(Gen.Elements(Pieces), ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""))).Select(string.Concat);
        return Prop.ForAll(Arb.From(text), Arb.From(text), Arb.From(Gen.Elements(Enum.GetValues<PolicyStage>())), (checkedText, passage, stage) =>
        {
            var check = Some.Check(stage, checkedText, Some.Passage(passage), Some.Passage(checkedText, language: "de", tableHeader: passage));
            var verdict = policies.Engine.CheckAsync(check, TestContext.Current.CancellationToken).AsTask().GetAwaiter().GetResult();

            verdict.ChecksRun.ShouldBe(policies.Store.Current.Rules.Where(r => r.AppliesTo(check)).Select(r => r.Id));
            verdict.Findings.ShouldAllBe(f => f.Start >= 0 && f.Length >= 0 && f.Start + f.Length <= checkedText.Length);
        });
    }

    [Property(MaxTest = 100)]
    public Property CheckAsync_ValuesAmongWords_AreRedactedWholeAndNothingElse()
    {
        string[] values = ["DE89 3704 0044 0532 0130 00", "4111-1111-1111-1111", "a.b@c.example", "+49 40 66969 210", "12345678Z", "ghp_16C7e42F292c6912E7710c838347Ae178B4a"];
        string[] words = ["please", "write", "to", "the", "account", "of", "Anna,", "room", "14", "or"];
        var parts = Gen.NonEmptyListOf(Gen.OneOf(Gen.Elements(values), Gen.Elements(words), Gen.Elements(words)));
        return Prop.ForAll(Arb.From(parts), chosen =>
        {
            // A full stop between the parts keeps two numbers from being one.
            var text = string.Join(" . ", chosen);
            var verdict = policies.Engine.CheckAsync(Some.Output(text), TestContext.Current.CancellationToken).AsTask().GetAwaiter().GetResult();
            var redacted = verdict.Findings.Where(f => f.Action == PolicyAction.Redact).Select(f => text.Substring(f.Start, f.Length));

            redacted.ShouldBe(chosen.Where(values.Contains));
        });
    }
}
