using Assistant.Core.Policies;
using Assistant.Web.Review.Case;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Assistant.Web.Tests.Review.Case;

public sealed class SpanMarksTests
{
    [Fact]
    public void Cut_OverlappingFindings_MarksThePieceTheyShareWithBoth()
    {
        var pieces = SpanMarks.Cut("0123456789", [Find("a", 1, 4), Find("b", 3, 4)]);

        pieces.Select(p => $"{p.Text}:{string.Concat(p.Findings.Select(f => f.RuleId))}").ShouldBe(["0:", "12:a", "34:ab", "56:b", "789:"]);
    }

    [Fact]
    public void Cut_WithoutFindings_IsOnePlainPiece() =>
        SpanMarks.Cut("text", []).ShouldHaveSingleItem().Findings.ShouldBeEmpty();

    [Fact]
    public void Cut_EmptyText_IsNoPiece() =>
        SpanMarks.Cut("", [Find("a", 0, 3)]).ShouldBeEmpty();

    [Fact]
    public void Cut_SpanInsideASurrogatePair_TakesTheWholeCharacter() =>
        SpanMarks.Cut("a😀b", [Find("a", 2, 1)]).Select(p => p.Text).ShouldBe(["a", "😀", "b"]);

    [Property]
    public Property Cut_AnySpans_TilesTheTextAndMarksNothingElse()
    {
        var texts = Gen.Elements("", "a", "ab 😀 cd", "Call +49 40 1234567 or write to x@halden.example.", "😀😀");
        var spans = Gen.ListOf(from start in Gen.Choose(-5, 60) from length in Gen.Choose(-3, 80) select Find("r", start, length));
        return Prop.ForAll(Arb.From(texts), Arb.From(spans), (text, findings) =>
        {
            var pieces = SpanMarks.Cut(text, [.. findings]);
            string.Concat(pieces.Select(p => p.Text)).ShouldBe(text);
            pieces.ShouldAllBe(p => p.Text.Length > 0);
            pieces.ShouldAllBe(p => !char.IsLowSurrogate(p.Text[0]) && !char.IsHighSurrogate(p.Text[p.Text.Length - 1]));
            var marked = findings.Where(f => Math.Max(0, f.Start) < Math.Min(text.Length, f.Start + f.Length)).Distinct().Count();
            pieces.SelectMany(p => p.Findings).Distinct().Count().ShouldBe(marked);
        });
    }

    [Fact]
    public void Cut_LengthBeyondEverything_DoesNotOverflow() =>
        SpanMarks.Cut("abc", [Find("a", 1, int.MaxValue)]).Select(p => p.Text).ShouldBe(["a", "bc"]);

    private static Finding Find(string rule, int start, int length) =>
        new(rule, PolicyAction.Redact, PolicySeverity.High, start, length, "message", "detail", OpensReview: true);
}
