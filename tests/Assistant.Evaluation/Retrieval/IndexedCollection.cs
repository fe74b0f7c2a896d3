using Assistant.Core.Access;
using Assistant.Core.Documents;
using Assistant.Core.Retrieval;
using Assistant.Retrieval;
using Assistant.Text;
using Assistant.Text.Languages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Evaluation.Retrieval;

/// <summary>The product's index over a test collection, in a folder that goes when it is disposed.</summary>
internal sealed class IndexedCollection : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly ServiceProvider services;
    private readonly Dictionary<string, string> textIds = new(StringComparer.Ordinal);

    private IndexedCollection(DirectoryInfo folder, ServiceProvider services)
    {
        this.folder = folder;
        this.services = services;
    }

    public IServiceProvider Services => services;

    public int Passages => textIds.Count;

    /// <param name="language">Language of every text; null to let the product detect it per document.</param>
    public static async Task<IndexedCollection> CreateAsync(TestCollection collection, string? language, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("assistant-retrieval-");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("DataPath", folder.FullName)]).Build();
        var services = new ServiceCollection().AddLogging().AddText().AddRetrieval(configuration).BuildServiceProvider();
        var indexed = new IndexedCollection(folder, services);
        try
        {
            foreach (var document in collection.Documents)
            {
                await indexed.AddAsync(document, language, cancellationToken);
            }

            return indexed;
        }
        catch
        {
            await indexed.DisposeAsync();
            throw;
        }
    }

    public string TextId(Passage passage) => textIds[passage.Id];

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task AddAsync(TestDocument document, string? language, CancellationToken cancellationToken)
    {
        language ??= services.GetRequiredService<LanguageDetector>().Detect(string.Join('\n', document.Texts.Select(t => t.Text)));
        var (documentId, versionId) = (Guid.NewGuid(), Guid.NewGuid());
        var passages = new List<Passage>();
        var start = 0;
        foreach (var text in document.Texts)
        {
            var passage = new Passage(documentId, versionId, 1, document.Title, passages.Count, [], null, text.Text, start, null, language, "", [AccessScope.Everyone], Classification.Public);
            textIds.Add(passage.Id, text.Id);
            passages.Add(passage);
            start = passage.End + 1;
        }

        await services.GetRequiredService<IPassageIndex>().ReplaceAsync(documentId, passages, cancellationToken);
    }
}
