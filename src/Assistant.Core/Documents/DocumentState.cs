namespace Assistant.Core.Documents;

/// <summary>Where one version of a document stands on its way into the index.</summary>
public enum DocumentState
{
    Queued,
    Parsing,
    Indexing,
    Ready,
    Failed,
}
