using System.Text.RegularExpressions;

namespace Assistant.Architecture.Tests;

/// <summary>Rules that hold for every source file.</summary>
public sealed partial class SourceTests
{
    [Fact]
    public void SourceFiles_Have_AtMost300Lines() =>
        Repository.Sources(".cs", ".razor", ".js")
            .Where(f => Repository.Read(f).Count(c => c == '\n') > 300)
            .ShouldBeEmpty();

    [Fact]
    public void SourceFiles_Have_NoLooseEnds() =>
        Repository.Sources(".cs", ".razor", ".js")
            .Where(f => !f.EndsWith("SourceTests.cs", StringComparison.Ordinal))
            .Where(f => LooseEnd().IsMatch(Repository.Read(f)))
            .ShouldBeEmpty();

    [Fact]
    public void ProductCode_ReadsTheClock_ThroughTimeProvider() =>
        ProductSources().Where(f => SystemClock().IsMatch(Repository.Read(f))).ShouldBeEmpty();

    [Fact]
    public void LoggerMessages_Of_AProject_StandInOneFile() =>
        ProductSources().Where(f => !f.EndsWith("/Log.cs", StringComparison.Ordinal))
            .Where(f => Repository.Read(f).Contains("[LoggerMessage(", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Suppressions_Carry_TheirReason() =>
        Repository.Sources(".cs")
            .SelectMany(f => Repository.Read(f).Split('\n').Where(l => l.Contains("#pragma warning disable", StringComparison.Ordinal) && !l.Contains("//", StringComparison.Ordinal)).Select(l => $"{f}: {l}"))
            .ShouldBeEmpty();

    [Fact]
    public void Regexes_InProductCode_AreLinearTime() =>
        ProductSources()
            .SelectMany(f => Construction().Matches(Repository.Read(f)).Where(m => !m.Value.Contains("NonBacktracking", StringComparison.Ordinal)).Select(m => $"{f}: {m.Value}"))
            .ShouldBeEmpty();

    private static IEnumerable<string> ProductSources() =>
        Repository.Sources(".cs", ".razor").Where(f => !f.StartsWith("tests/", StringComparison.Ordinal));

    [GeneratedRegex(@"NotImplementedException|\bTODO\b|\bFIXME\b|\bHACK\b|Assert\.True\(true\)|catch\s*(\(Exception[^)]*\))?\s*\{\s*\}")]
    private static partial Regex LooseEnd();

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|Stopwatch\.StartNew")]
    private static partial Regex SystemClock();

    [GeneratedRegex(@"\[GeneratedRegex\((?:[^\]""]|""(?:[^""\\]|\\.|"""")*""|\](?!\s*\n))*\]\s*\n|new Regex\([^;]*;", RegexOptions.Singleline)]
    private static partial Regex Construction();
}
