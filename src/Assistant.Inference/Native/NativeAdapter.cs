using Assistant.Inference.Native.Interop;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Native;

internal sealed class NativeAdapter(nint handle) : IRuntimeAdapter
{
    private nint handle = handle;

    public nint Handle => handle;

    public void Dispose()
    {
        if (handle != 0)
        {
            Llama.FreeAdapter(handle);
            handle = 0;
        }
    }
}
