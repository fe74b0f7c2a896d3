using System.Security.Cryptography;
using System.Text;

namespace Assistant.Orchestration.Composition;

/// <summary>A prompt template file and its version hash.</summary>
/// <param name="Hash">SHA-256 of the file's UTF-8 bytes, lower-case hex.</param>
internal sealed record PromptTemplate(string Name, string Text, string Hash)
{
    /// <summary>What a model replies, and nothing else, when the passages do not answer.</summary>
    public const string NoSupportReply = "NO_SUPPORT";

    public static PromptTemplate Load(string name)
    {
        var assembly = typeof(PromptTemplate).Assembly;
        var resource = $"{typeof(PromptTemplate).Namespace}.Prompts.{name}.txt";
        using var stream = assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The prompt template '{resource}' is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = reader.ReadToEnd();
        return new PromptTemplate(name, text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }
}
