using Assistant.Inference.Status;
using Assistant.Web.Engine;

namespace Assistant.Web.Admin.Engine;

/// <summary>What the engine page shows of one moment.</summary>
/// <param name="Engine">The engine that runs beside the application; null when none does.</param>
/// <param name="Status">Its own account; null while it does not answer.</param>
/// <param name="MemoryBytes">Memory of its process; null when there is none.</param>
/// <param name="Remote">The server that is used instead; null when none is.</param>
internal sealed record EngineView(EngineSnapshot? Engine, EngineStatus? Status, long? MemoryBytes, Uri? Remote);
