using Assistant.Ingestion.Tests.Doubles;

namespace Assistant.Ingestion.Tests.Parser.Markdown;

public sealed class MarkdownReaderTests
{
    [Fact]
    public void Read_EveryKindOfBlock_KeepsItsRole() =>
        TestReader.Read(
            "a.md",
            """
            # Leave *policy*

            Take `30` [days](https://example.org/x),
            not more.

            - first
              - second
            3. third

            | Site | Days |
            |---|---:|
            | Leeds | 26 |

            ```
            if x:
                y
            ```

            Term
            : Meaning

            See the note[^1].

            [^1]: The note.
            """).Lines().ShouldBe(
        [
            "H1 Leave policy",
            "P Take 30 days, not more.",
            "LI first",
            "LI second",
            "LI 3. third",
            "TH Site | Days",
            "TR Leeds | 26",
            "CODE if x:\n    y",
            "LI Term: Meaning",
            "P See the note.",
            "NOTE The note.",
        ]);

    [Fact]
    public void Read_FrontMatter_IsTitleAndFacts()
    {
        var document = TestReader.Read("a.md", "---\ntitle: \"The Guide\"\nowner: IT\n---\n\nText.");

        document.Title.ShouldBe("The Guide");
        document.Lines().ShouldBe(["TR owner | IT", "P Text."]);
    }

    [Fact]
    public void Read_HtmlWithin_IsReadAndCommentsAreNot() =>
        TestReader.Read("a.md", "<!-- secret -->\n\n<p>Shown<script>alert(1)</script></p>\n\nA<br>B <b>c</b>").Lines().ShouldBe(["P Shown", "P A\nB c"]);

    [Fact]
    public void Read_WithoutTitle_TakesTheFirstHeading() =>
        TestReader.Read("a.md", "Intro.\n\n# One\n\n# Two").Title.ShouldBe("One");
}
