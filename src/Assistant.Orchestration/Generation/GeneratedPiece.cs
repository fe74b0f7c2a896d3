using Microsoft.Extensions.AI;

namespace Assistant.Orchestration.Generation;

/// <summary>What came with one step of the stream.</summary>
/// <param name="Text">May be empty.</param>
/// <param name="Usage">Token counts of the whole request; servers send them at the end.</param>
internal readonly record struct GeneratedPiece(string Text, UsageDetails? Usage);
