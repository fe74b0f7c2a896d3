using System.Runtime.CompilerServices;
using Assistant.Inference.Runtime;
using LLama.Native;

namespace Assistant.Inference.LLamaSharp;

internal sealed class LLamaSharpAdapter : IRuntimeAdapter
{
    private readonly Lock gate;

    /// <param name="gate">Guards the model's list of adapters.</param>
    /// <exception cref="RuntimeException">The file was refused, which LLamaSharp does not say.</exception>
    public LLamaSharpAdapter(LoraAdapter adapter, Lock gate)
    {
        if (Pointer(adapter) == 0)
        {
            throw new RuntimeException("llama_adapter_lora_init refused it.");
        }

        Adapter = adapter;
        this.gate = gate;
    }

    public LoraAdapter Adapter { get; }

    public void Dispose()
    {
        lock (gate)
        {
            Adapter.Unload();
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Pointer")]
    private static extern nint Pointer(LoraAdapter adapter);
}
