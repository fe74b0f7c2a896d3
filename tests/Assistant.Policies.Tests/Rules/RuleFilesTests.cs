using Assistant.Policies.Rules;
using Assistant.Policies.Tests.Doubles;

namespace Assistant.Policies.Tests.Rules;

public sealed class RuleFilesTests
{
    [Fact]
    public void Read_SameContentInAnotherFolder_HasTheSameHash()
    {
        using var one = new RuleFolder(("a.yaml", "x: 1\n"), ("b.yml", "y: 2\n"));
        using var other = new RuleFolder(("b.yml", "y: 2\n"), ("a.yaml", "x: 1\n"));

        RuleFiles.Read(one.Path).Hash.ShouldBe(RuleFiles.Read(other.Path).Hash);
    }

    [Fact]
    public void Read_WindowsLineEndsAndByteOrderMark_DoNotChangeTheHash()
    {
        using var one = new RuleFolder(("a.yaml", "x: 1\ny: 2\n"));
        using var other = new RuleFolder(("a.yaml", "\uFEFFx: 1\r\ny: 2\r\n"));

        RuleFiles.Read(one.Path).Hash.ShouldBe(RuleFiles.Read(other.Path).Hash);
    }

    [Theory]
    [InlineData("a.yaml", "x: 2\n")]
    [InlineData("c.yaml", "x: 1\n")]
    public void Read_OtherContentOrName_HasAnotherHash(string file, string text)
    {
        using var one = new RuleFolder(("a.yaml", "x: 1\n"));
        using var other = new RuleFolder((file, text));

        RuleFiles.Read(one.Path).Hash.ShouldNotBe(RuleFiles.Read(other.Path).Hash);
    }

    [Fact]
    public void Read_OtherFiles_AreLeftAlone()
    {
        using var folder = new RuleFolder(("a.yaml", "x: 1\n"), ("README.md", "Not a rule."));

        RuleFiles.Read(folder.Path).Files.Select(f => f.Name).ShouldBe(["a.yaml"]);
    }

    [Fact]
    public void Read_FolderWithoutRules_IsAnError()
    {
        using var folder = new RuleFolder(("README.md", "Not a rule."));

        Should.Throw<RuleFilesException>(() => RuleFiles.Read(folder.Path)).Message.ShouldContain("without rules nothing would be checked");
    }

    [Fact]
    public void Read_NoFolder_IsAnErrorThatNamesTheKey() =>
        Should.Throw<RuleFilesException>(() => RuleFiles.Read("/nowhere/rules")).Message.ShouldContain("set Policies:RulesPath");

    [Fact]
    public void Read_HugeFile_IsRefused()
    {
        using var folder = new RuleFolder(("a.yaml", new string('#', RuleFiles.MaxFileBytes + 1)));

        Should.Throw<RuleFilesException>(() => RuleFiles.Read(folder.Path)).Error.File.ShouldBe("a.yaml");
    }
}
