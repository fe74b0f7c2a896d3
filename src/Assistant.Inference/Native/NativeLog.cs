using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Assistant.Inference.Native.Interop;
using Microsoft.Extensions.Logging;

namespace Assistant.Inference.Native;

/// <summary>Sends llama.cpp's own messages to the application's log.</summary>
internal sealed unsafe class NativeLog(ILogger logger)
{
    // Of ggml_log_level. Its warnings include what the engine expects, such as a full KV cache.
    private const int Error = 4;

    /// <summary>Makes this the receiver. The handle lives as long as the process: native code may log at any time.</summary>
    public void Attach() => Llama.SetLog(&Receive, GCHandle.ToIntPtr(GCHandle.Alloc(this)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Receive(int level, byte* text, nint data)
    {
        var log = (NativeLog)GCHandle.FromIntPtr(data).Target!;
        var message = Marshal.PtrToStringUTF8((nint)text)?.TrimEnd();
        if (!string.IsNullOrEmpty(message))
        {
            log.Write(level, message);
        }
    }

    private void Write(int level, string message)
    {
        if (level == Error)
        {
            Log.NativeWarning(logger, message);
        }
        else
        {
            Log.NativeMessage(logger, message);
        }
    }
}
