using System.Runtime.InteropServices;

namespace Assistant.Inference.Native.Interop;

/// <summary>Functions of llama.cpp on the KV cache.</summary>
internal static unsafe partial class LlamaMemory
{
    private const string Library = "llama";

    [LibraryImport(Library, EntryPoint = "llama_get_memory")]
    public static partial nint Of(nint context);

    [LibraryImport(Library, EntryPoint = "llama_memory_clear")]
    public static partial void Clear(nint memory, [MarshalAs(UnmanagedType.U1)] bool data);

    [LibraryImport(Library, EntryPoint = "llama_memory_seq_rm")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool Remove(nint memory, int sequence, int from, int to);

    [LibraryImport(Library, EntryPoint = "llama_memory_seq_cp")]
    public static partial void Copy(nint memory, int source, int target, int from, int to);

    [LibraryImport(Library, EntryPoint = "llama_memory_seq_pos_max")]
    public static partial int LastPosition(nint memory, int sequence);

    [LibraryImport(Library, EntryPoint = "llama_state_seq_get_size")]
    public static partial nuint StateSize(nint context, int sequence);

    [LibraryImport(Library, EntryPoint = "llama_state_seq_get_data")]
    public static partial nuint SaveState(nint context, byte* target, nuint size, int sequence);

    [LibraryImport(Library, EntryPoint = "llama_state_seq_set_data")]
    public static partial nuint RestoreState(nint context, byte* source, nuint size, int sequence);
}
