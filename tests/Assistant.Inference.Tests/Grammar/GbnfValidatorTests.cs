using Assistant.Inference.Grammar;
using FsCheck.Xunit;

namespace Assistant.Inference.Tests.Grammar;

public sealed class GbnfValidatorTests
{
    [Theory]
    [InlineData("root ::= \"abc\"", "abc")]
    [InlineData("root::=\"a\"|\"b\" # comment", "b")]
    [InlineData("# first\r\nroot ::= a |\n  b\na ::= \"x\"\n\nb ::= [0-9]", "7")]
    [InlineData("root ::= (\"a\"\n | \"b\"\n)+", "abba")]
    [InlineData("root ::= [^a-c\\x64\\u0065\\U00000066]", "g")]
    [InlineData("root ::= [a-] [\\]\\[\\\\\\\"]", "-]")]
    [InlineData("root ::= \"\\\"\\\\\\n\\t\\r\\[\\]\"", "\"\\\n\t\r[]")]
    [InlineData("root ::= [\\U0001F600-\\U0001F64F] .", "😀é")]
    [InlineData("root ::= \"a\"{2} \"b\"{1,} \"c\"{0,2} \"d\"? { 1 , 1 }", "aabbccd")]
    [InlineData("root ::= \"(\" root \")\" | ", "((()))")]
    [InlineData("root ::= \"x\" tail\ntail ::= \",\" tail |", "x,,")]
    public void Validate_ValidGrammar_MatchesItsText(string grammar, string text) =>
        new GrammarInterpreter(Validate(grammar).Value.ShouldNotBeNull()).Matches(text).ShouldBeTrue();

    [Theory]
    [InlineData("root ::= \"abc", 1, 14)]
    [InlineData("root ::= [a-z", 1, 14)]
    [InlineData("root ::= (\"a\"", 1, 14)]
    [InlineData("root ::= \"a\")", 1, 13)]
    [InlineData("root = \"a\"", 1, 6)]
    [InlineData("root ::= \"a\"\n\n  | \"b\"", 3, 3)]
    [InlineData("root ::= \"\\q\"", 1, 11)]
    [InlineData("root ::= \"\\-\"", 1, 11)]
    [InlineData("root ::= \"\\xZ1\"", 1, 11)]
    [InlineData("root ::= \"\\U00110000\"", 1, 11)]
    [InlineData("root ::= \"\\u12", 1, 11)]
    [InlineData("root ::= \"\\u0000\"", 1, 11)]
    [InlineData("root ::= \"\\uD800\"", 1, 11)]
    [InlineData("root ::= \"a\0\"", 1, 12)]
    [InlineData("root ::= []", 1, 10)]
    [InlineData("root ::= [^]", 1, 10)]
    [InlineData("root ::= [z-a]", 1, 11)]
    [InlineData("root ::= [^\\x00-\\U0010FFFF]", 1, 10)]
    [InlineData("root ::= [\\uD800-\\uDFFF]", 1, 10)]
    [InlineData("root ::= * \"a\"", 1, 10)]
    [InlineData("root ::= \"\"*", 1, 12)]
    [InlineData("root ::= \"a\"{2,1}", 1, 13)]
    [InlineData("root ::= \"a\"{,2}", 1, 14)]
    [InlineData("root ::= \"a\"{99999999999}", 1, 14)]
    [InlineData("root ::= \"a\"{0,5000}", 1, 13)]
    [InlineData("root ::= (\"a\"{0,50}){50}", 1, 21)]
    [InlineData("root ::= a_b", 1, 11)]
    [InlineData("root ::= x", 1, 10)]
    [InlineData("x ::= \"a\"", 1, 1)]
    [InlineData("", 1, 1)]
    [InlineData("root ::= \"a\"\nroot ::= \"b\"", 2, 1)]
    public void Validate_InvalidGrammar_NamesThePlace(string grammar, int line, int column)
    {
        var problem = Validate(grammar).Problem.ShouldNotBeNull();
        (problem.Line, problem.Column).ShouldBe((line, column), problem.Message);
    }

    [Theory]
    [InlineData("root ::= root \"a\" | \"b\"")]
    [InlineData("root ::= a \"x\"\na ::= b | \"c\"\nb ::= root")]
    [InlineData("root ::= e root \"a\" | \"b\"\ne ::= \"\" | \"x\"")]
    [InlineData("root ::= e root \"a\" | \"b\"\ne ::= f f\nf ::= \"x\"?")]
    [InlineData("root ::= (\"a\"*)*")]
    [InlineData("root ::= (\"a\"? \"b\"?)+")]
    [InlineData("root ::= \"b\"\nother ::= other")]
    public void Validate_RuleThatBeginsWithItself_IsRefused(string grammar) =>
        Validate(grammar).Problem.ShouldNotBeNull().Message.ShouldContain("begins with itself");

    [Fact]
    public void Validate_HalfASurrogatePair_IsRefused() =>
        Validate("root ::= \"a\ud800\"").Problem.ShouldNotBeNull().Column.ShouldBe(12);

    [Fact]
    public void Validate_RuleWithoutEnd_IsRefused() =>
        Validate("root ::= \"x\" | \"y\" a\na ::= \"z\" a").Problem.ShouldBe(new GrammarProblem(1, 20, "Rule 'a' can never end."));

    [Fact]
    public void Validate_ExponentiallyManyBeginnings_AreRefused()
    {
        var rules = Enumerable.Range(0, 40).Select(i => $"r{i} ::= r{i + 1} \"a\" | r{i + 1} \"b\"");
        Validate(string.Join('\n', ["root ::= r0", .. rules, "r40 ::= \"x\""])).Problem.ShouldNotBeNull().Message.ShouldContain("too many ways");
    }

    [Fact]
    public void Validate_ChainOfRules_IsRefusedBeyondTheLimit()
    {
        var limits = GrammarLimits.Default with { MaxChain = 50 };
        GbnfValidator.Validate(Chain(40), limits).IsValid.ShouldBeTrue();
        GbnfValidator.Validate(Chain(60), limits).Problem.ShouldNotBeNull().Message.ShouldContain("begin with each other");

        static string Chain(int length) =>
            string.Join('\n', ["root ::= r0", .. Enumerable.Range(0, length).Select(i => $"r{i} ::= r{i + 1}"), $"r{length} ::= \"x\""]);
    }

    [Fact]
    public void Validate_OverALimitOfSize_IsRefused()
    {
        GbnfValidator.Validate("root ::= \"abc\"", GrammarLimits.Default with { MaxLength = 10 }).IsValid.ShouldBeFalse();
        GbnfValidator.Validate("root ::= \"a\"{0,100}", GrammarLimits.Default with { MaxRules = 50 }).IsValid.ShouldBeFalse();
        GbnfValidator.Validate("root ::= \"abcdefghij\"{100}", GrammarLimits.Default with { MaxSymbols = 500 }).IsValid.ShouldBeFalse();
        Validate($"root ::= {new string('(', 5000)}\"a\"{new string(')', 5000)}").IsValid.ShouldBeFalse();
    }

    [Fact]
    public void Validate_TokenSymbols_AreCheckedAgainstTheVocabulary()
    {
        var limits = GrammarLimits.Default with { VocabularySize = 100 };
        GbnfValidator.Validate("root ::= <[5]> !<[99]>*", limits).IsValid.ShouldBeTrue();
        GbnfValidator.Validate("root ::= <[100]>", limits).IsValid.ShouldBeFalse();
        GbnfValidator.Validate("root ::= <think>", limits).IsValid.ShouldBeFalse();
        Validate("root ::= <[5]>").IsValid.ShouldBeFalse();
    }

    [Property(MaxTest = 300)]
    public void Validate_Repetition_MatchesItsCountsOnly(byte minimum, byte more, byte count)
    {
        var (min, max, n) = (minimum % 20, minimum % 20 + more % 20, count % 45);
        var interpreter = new GrammarInterpreter(Validate($"root ::= ( \"a\" | \"b\" ){{{min},{max}}}").Value.ShouldNotBeNull());
        interpreter.Matches(new string('a', n)).ShouldBe(min <= n && n <= max);
    }

    [Property(MaxTest = 500)]
    public void Validate_AnyText_GivesAGrammarThatWritesItsOwnTextsOrAPlaceInTheText(int seed)
    {
        var random = new Random(seed);
        string[] words = ["root", "::=", "a", "b", "\n", "\"x\"", "[0-9]", "(", ")", "|", "*", "+", "?", "{2}", "{0,2}", "\"", "#", ".", "\\"];
        var text = "root ::= \"s\"" + string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => " " + words[random.Next(words.Length)]))
            + "\na ::= \"y\" b?\nb ::= \"z\" | root \"w\"";
        var result = Validate(text);
        if (result.IsValid)
        {
            var interpreter = new GrammarInterpreter(result.Value);
            interpreter.Matches(interpreter.Sample(random)).ShouldBeTrue();
        }
        else
        {
            result.Problem.Line.ShouldBeInRange(1, text.Count(c => c == '\n') + 1);
            result.Problem.Column.ShouldBeInRange(1, text.Split('\n')[result.Problem.Line - 1].Length + 1);
        }
    }

    private static Result<ParsedGrammar, GrammarProblem> Validate(string grammar) => GbnfValidator.Validate(grammar, GrammarLimits.Default);
}
