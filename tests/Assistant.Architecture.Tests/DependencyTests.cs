using System.Reflection;
using System.Xml.Linq;

namespace Assistant.Architecture.Tests;

/// <summary>Core ← Text ← {Adapters, Retrieval, Storage, Ingestion, Policies, Orchestration} ← Web; Inference ← Inference.Host.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Assistant.Core"] = [],
        ["Assistant.Text"] = [],
        ["Assistant.Adapters"] = ["Assistant.Core", "Assistant.Text"],
        ["Assistant.Retrieval"] = ["Assistant.Core", "Assistant.Text"],
        ["Assistant.Storage"] = ["Assistant.Core"],
        ["Assistant.Policies"] = ["Assistant.Core", "Assistant.Text"],
        ["Assistant.Ingestion"] = ["Assistant.Core", "Assistant.Text", "Assistant.Ingestion.Parser"],
        ["Assistant.Ingestion.Parser"] = ["Assistant.Core"],
        ["Assistant.Inference"] = [],
        ["Assistant.Inference.Host"] = ["Assistant.Inference"],
        ["Assistant.Orchestration"] = ["Assistant.Core", "Assistant.Text"],
        ["Assistant.Web"] =
        [
            "Assistant.Core", "Assistant.Text", "Assistant.Adapters", "Assistant.Retrieval", "Assistant.Storage",
            "Assistant.Policies", "Assistant.Ingestion", "Assistant.Orchestration",
            // Started as a process of its own: its assembly is not referenced.
            "Assistant.Inference.Host",
        ],
    };

    public static TheoryData<string> Projects => [.. Repository.Sources(".csproj").Where(p => !p.StartsWith("tests/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void ProjectReferences_OfAProject_FollowTheLayers(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        var references = XDocument.Parse(Repository.Read(project)).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));

        references.ShouldBeSubsetOf(Allowed[name]);
    }

    [Fact]
    public void Core_References_NoPackage() =>
        XDocument.Parse(Repository.Read("src/Assistant.Core/Assistant.Core.csproj")).Descendants("PackageReference").ShouldBeEmpty();

    [Theory]
    [InlineData("Microsoft.SemanticKernel", "Assistant.Orchestration")]
    [InlineData("Microsoft.EntityFrameworkCore", "Assistant.Storage")]
    [InlineData("UglyToad.PdfPig", "Assistant.Ingestion.Parser")]
    [InlineData("DocumentFormat.OpenXml", "Assistant.Ingestion.Parser")]
    [InlineData("MimeKit", "Assistant.Ingestion.Parser")]
    [InlineData("YamlDotNet", "Assistant.Policies")]
    [InlineData("Jint", "Assistant.Inference")]
    public void Library_WithOneHome_IsUsedOnlyThere(string library, string home)
    {
        var users = Repository.Sources(".cs", ".razor")
            .Where(f => !f.StartsWith("tests/", StringComparison.Ordinal) && !f.Contains($"/{home}/", StringComparison.Ordinal))
            .Where(f => Repository.Read(f).Contains($"using {library}", StringComparison.Ordinal));

        users.ShouldBeEmpty();
    }

    [Fact]
    public void WebApplication_Loads_NoReaderOfUntrustedFiles()
    {
        var loaded = Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Select(Path.GetFileNameWithoutExtension);

        loaded.ShouldNotContain("UglyToad.PdfPig");
        loaded.ShouldNotContain("DocumentFormat.OpenXml");
        loaded.ShouldNotContain("MimeKit");
    }

    [Fact]
    public void WebApplication_Loads_NoInferenceEngine()
    {
        var loaded = Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Select(Path.GetFileNameWithoutExtension);

        loaded.ShouldNotContain("Assistant.Inference");
        loaded.ShouldNotContain("Jint");
    }

    [Theory]
    [InlineData("Assistant.Core")]
    [InlineData("Assistant.Orchestration")]
    [InlineData("Assistant.Retrieval")]
    [InlineData("Assistant.Policies")]
    [InlineData("Assistant.Ingestion")]
    [InlineData("Assistant.Storage")]
    [InlineData("Assistant.Adapters")]
    public void Namespaces_OfTypes_StartWithTheirProject(string assembly) =>
        Assembly.Load(assembly).GetTypes()
            .Where(t => t.Namespace is not null && !t.Name.Contains('<', StringComparison.Ordinal) && t.Namespace.StartsWith("Assistant", StringComparison.Ordinal))
            .ShouldAllBe(t => t.Namespace!.StartsWith(assembly, StringComparison.Ordinal));
}
