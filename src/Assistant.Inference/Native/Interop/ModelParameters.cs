using System.Runtime.InteropServices;

namespace Assistant.Inference.Native.Interop;

/// <summary><c>llama_model_params</c> of the pinned release.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ModelParameters
{
    public nint Devices;
    public nint TensorBufferOverrides;
    public int GpuLayers;
    public int SplitMode;
    public int MainGpu;
    public nint TensorSplit;
    public nint ProgressCallback;
    public nint ProgressCallbackData;
    public nint MetadataOverrides;
    public byte VocabularyOnly;
    public byte MemoryMap;
    public byte DirectIo;
    public byte LockMemory;
    public byte CheckTensors;
    public byte ExtraBuffers;
    public byte NoHost;
    public byte NoAllocation;
}
