using Assistant.Inference.Host.Chat;
using FsCheck.Xunit;

namespace Assistant.Inference.Host.Tests.Chat;

public sealed class ToolCallReaderTests
{
    private const string Call = """<tool_call>{"name": "add", "arguments": {"a": 1}}</tool_call>""";

    [Fact]
    public void End_OfTextWithACall_GivesTextAndCall()
    {
        var parts = Read($"Let me see.\n{Call}\n");

        parts.ShouldBe([new OutputPart.Text("Let me see."), new OutputPart.Call("add", """{"a":1}""")]);
    }

    [Fact]
    public void End_OfSeveralCalls_GivesEachAndNoWhiteSpace() =>
        Read($"\n{Call}\n{Call}").ShouldBe([new OutputPart.Call("add", """{"a":1}"""), new OutputPart.Call("add", """{"a":1}""")]);

    [Theory]
    [InlineData("<tool_call>{\"name\": \"add\"")]
    [InlineData("<tool_call>no JSON</tool_call>")]
    [InlineData("<tool_call>{\"arguments\": {}}</tool_call>")]
    [InlineData("a < b and <tool")]
    [InlineData("ends in space \n")]
    [InlineData("</tool_call><tool_call>")]
    public void End_OfWhatIsNoCall_GivesTheTextUnchanged(string text) => TextOf(Read(text)).ShouldBe(text);

    [Theory]
    [InlineData("""<tool_call>{"name": "add", "parameters": {"a": 1}}</tool_call>""", """{"a":1}""")]
    [InlineData("""<tool_call>{"name": "add", "arguments": "{\"a\":1}"}</tool_call>""", """{"a":1}""")]
    [InlineData("""<tool_call>{"name": "add"}</tool_call>""", "{}")]
    public void End_OfACall_GivesArgumentsAsJson(string text, string arguments) =>
        Read(text).ShouldBe([new OutputPart.Call("add", arguments)]);

    [Fact]
    public void Add_OfPlainText_HoldsNothingBack() =>
        new ToolCallReader().Add("Two words").ShouldBe([new OutputPart.Text("Two words")]);

    [Property]
    public bool Add_InAnyPieces_GivesTheSameAsAtOnce(int[] cuts)
    {
        var text = $"Before <tool {Call} between <tool_call>x</tool_call>\n{Call} after <";
        var reader = new ToolCallReader();
        List<OutputPart> parts = [];
        var at = 0;
        foreach (var cut in cuts.Select(c => (int)((uint)c % text.Length)).Order())
        {
            parts.AddRange(reader.Add(text[at..cut]));
            at = cut;
        }

        parts.AddRange(reader.Add(text[at..]));
        parts.AddRange(reader.End());
        var whole = Read(text);
        return TextOf(parts) == TextOf(whole) && parts.OfType<OutputPart.Call>().SequenceEqual(whole.OfType<OutputPart.Call>());
    }

    private static List<OutputPart> Read(string text)
    {
        var reader = new ToolCallReader();
        return [.. reader.Add(text), .. reader.End()];
    }

    private static string TextOf(IEnumerable<OutputPart> parts) => string.Concat(parts.OfType<OutputPart.Text>().Select(p => p.Value));
}
