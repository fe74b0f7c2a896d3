using System.Runtime.CompilerServices;
using Assistant.Inference.Runtime;
using LLama.Native;

namespace Assistant.Inference.LLamaSharp;

internal sealed class LLamaSharpAdapter : IRuntimeAdapter
{
    /// <exception cref="RuntimeException">The file was refused, which LLamaSharp does not say.</exception>
    public LLamaSharpAdapter(LoraAdapter adapter)
    {
        if (Pointer(adapter) == 0)
        {
            throw new RuntimeException("llama_adapter_lora_init refused it.");
        }

        Adapter = adapter;
    }

    public LoraAdapter Adapter { get; }

    public void Dispose() => Adapter.Unload();

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Pointer")]
    private static extern nint Pointer(LoraAdapter adapter);
}
