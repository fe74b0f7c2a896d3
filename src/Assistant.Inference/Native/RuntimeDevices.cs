using System.Runtime.InteropServices;
using Assistant.Inference.Native.Interop;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Native;

/// <summary>The devices that a loaded llama.cpp sees.</summary>
internal static class RuntimeDevices
{
    private static readonly string[] Kinds = ["cpu", "gpu", "integrated gpu", "accelerator"];

    /// <param name="backend">Back end that the library was built for. Without a device of it the CPU computes: what is reported is what runs.</param>
    public static RuntimeDescription Describe(string binding, string release, string backend)
    {
        var devices = Enumerable.Range(0, (int)Ggml.DeviceCount()).Select(i => Read(Ggml.Device((nuint)i))).OrderByDescending(d => d.Kind == "gpu").ToList();
        return new RuntimeDescription(binding, release, devices.Any(d => d.Kind != "cpu") ? backend : "cpu", devices);
    }

    /// <summary>The devices in one line, for the log.</summary>
    public static string Names(RuntimeDescription description) => string.Join("; ", description.Devices.Select(d => $"{d.Name}: {d.Description}"));

    private static RuntimeDevice Read(nint device)
    {
        Ggml.DeviceMemory(device, out _, out var total);
        return new RuntimeDevice(
            Marshal.PtrToStringUTF8(Ggml.DeviceName(device)) ?? "",
            Kinds[Math.Clamp(Ggml.DeviceType(device), 0, Kinds.Length - 1)],
            Marshal.PtrToStringUTF8(Ggml.DeviceDescription(device)) ?? "",
            (long)total);
    }
}
