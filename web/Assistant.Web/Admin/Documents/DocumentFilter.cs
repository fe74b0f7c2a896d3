using Assistant.Core.Documents;

namespace Assistant.Web.Admin.Documents;

/// <summary>The states that the table can be narrowed to.</summary>
public enum DocumentFilter
{
    All,

    /// <summary>The newest version is queued, parsed or indexed.</summary>
    InWork,
    Ready,
    Failed,

    /// <summary>No group may read it.</summary>
    Unreadable,
}

internal static class DocumentFilters
{
    public static bool Includes(this DocumentFilter filter, DocumentRow row) => filter switch
    {
        DocumentFilter.InWork => row.Document.Latest.State.IsInWork(),
        DocumentFilter.Ready => row.Document.Latest.State == DocumentState.Ready,
        DocumentFilter.Failed => row.Document.Latest.State == DocumentState.Failed,
        DocumentFilter.Unreadable => row.Document.Labels.Count == 0,
        _ => true,
    };

    /// <summary>On its way into the index: the state will change without anybody doing anything.</summary>
    public static bool IsInWork(this DocumentState state) =>
        state is DocumentState.Queued or DocumentState.Parsing or DocumentState.Indexing;
}
