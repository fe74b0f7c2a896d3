using Assistant.Inference.Native.Interop;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Native;

/// <param name="gate">Guards the model's list of adapters.</param>
internal sealed class NativeAdapter(nint handle, Lock gate) : IRuntimeAdapter
{
    private nint handle = handle;

    public nint Handle => handle;

    public void Dispose()
    {
        lock (gate)
        {
            if (handle != 0)
            {
                Llama.FreeAdapter(handle);
                handle = 0;
            }
        }
    }
}
