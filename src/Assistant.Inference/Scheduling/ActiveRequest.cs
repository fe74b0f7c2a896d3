using System.Runtime.InteropServices;
using Assistant.Inference.Adapters;
using Assistant.Inference.Cache;
using Assistant.Inference.Generation;
using Assistant.Inference.Runtime;
using Assistant.Inference.Sampling;
using Assistant.Inference.Speculation;

namespace Assistant.Inference.Scheduling;

/// <summary>A request from submission to its end. All but the cancellation is touched by the engine's thread alone.</summary>
internal sealed class ActiveRequest(GenerationRequest request, RunningGeneration generation, AdapterLease adapters, OutputText output, long submittedAt)
{
    private readonly List<int> tokens = [.. request.Prompt];
    private volatile bool cancelled;

    public GenerationRequest Request => request;

    public RunningGeneration Generation => generation;

    public AdapterLease Adapters => adapters;

    public OutputText Output => output;

    /// <summary>Prompt and generated tokens.</summary>
    public ReadOnlySpan<int> Tokens => CollectionsMarshal.AsSpan(tokens);

    public int Generated => tokens.Count - request.Prompt.Count;

    /// <summary>How many of the tokens have their keys and values in the KV cache.</summary>
    public int Computed { get; set; }

    /// <summary>Tokens that the next step has to compute before one can be drawn.</summary>
    public int Pending => tokens.Count - Computed;

    /// <summary>Only the last token is to be computed: the request waits for its next token.</summary>
    public bool IsDecoding => Pending == 1 && Generated > 0;

    /// <summary>Null while it waits.</summary>
    public PrefixEntry? Entry { get; set; }

    public IRuntimeSampler? Sampler { get; set; }

    public PromptLookup? Lookup { get; set; }

    /// <summary>Prompt tokens found in the prefix cache at the first start.</summary>
    public int? Reused { get; set; }

    public int Drafted { get; set; }

    public int Accepted { get; set; }

    /// <summary>Timestamps of the time provider; 0: not yet.</summary>
    public long SubmittedAt => submittedAt;

    public long StartedAt { get; set; }

    public long FirstTokenAt { get; set; }

    /// <summary>Order of admission; the youngest is preempted first.</summary>
    public long Admission { get; set; }

    public CancellationTokenRegistration Registration { get; set; }

    public bool IsCancelled => cancelled;

    public void Cancel() => cancelled = true;

    public void Append(int token)
    {
        tokens.Add(token);
        Lookup?.Append(token);
    }
}
