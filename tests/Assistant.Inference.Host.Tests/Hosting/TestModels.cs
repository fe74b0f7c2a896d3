using Assistant.TestKit.Models;

namespace Assistant.Inference.Host.Tests.Hosting;

/// <summary>The model files of a test host, in a folder of their own.</summary>
internal sealed class TestModels : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("inference-host");

    public TestModels()
    {
        Base = TinyModel.Write(PathOf("tiny.gguf"), BaseOptions);
        Adapters = folder.CreateSubdirectory("adapters").FullName;
        Adapter = TinyAdapter.Write(Path.Combine(Adapters, "hr.gguf"), BaseOptions);
    }

    public static TinyModelOptions BaseOptions { get; } = new() { ChatTemplate = ChatTemplates.ChatMlWithTools, Context = 4096 };

    public string Base { get; }

    public string Adapters { get; }

    public string Adapter { get; }

    public string Embedder => TinyModel.Write(PathOf("embedder.gguf"), new() { Kind = ModelKind.BertEmbedder, Vocabulary = Vocabularies.WordPiece() });

    public string Reranker => TinyModel.Write(PathOf("reranker.gguf"), new() { Kind = ModelKind.BertReranker, Vocabulary = Vocabularies.WordPiece() });

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
