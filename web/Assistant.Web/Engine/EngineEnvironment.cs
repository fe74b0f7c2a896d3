using System.Diagnostics;
using Microsoft.Extensions.Primitives;

namespace Assistant.Web.Engine;

/// <summary>The environment variables of the engine: its own section of the settings, the keys it shall ask for, and what programs and GPU drivers need.</summary>
internal sealed class EngineEnvironment(IConfiguration configuration)
{
    private static readonly HashSet<string> Passed = new(StringComparer.OrdinalIgnoreCase)
    {
        "PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot", "windir", "LANG", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH",
    };

    private static readonly string[] PassedPrefixes = ["DOTNET_", "CUDA_", "NVIDIA_", "GGML_", "VK_", "OMP_"];

    /// <summary>Replaces what the process would inherit: settings of the application hold secrets.</summary>
    public void Apply(ProcessStartInfo start, EngineKeys keys)
    {
        foreach (var name in start.Environment.Keys.Where(name => !Passes(name)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (key, value) in Settings())
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        start.Environment["Host__ApiKeys__0"] = keys.Api;
        start.Environment["Host__AdminKeys__0"] = keys.Admin;
        start.Environment["Host__ExitWithParent"] = "true";
    }

    /// <summary>Calls back when a setting of the engine changes, in a file that is watched.</summary>
    public IDisposable OnChange(Action changed)
    {
        var last = Settings();
        return ChangeToken.OnChange(configuration.GetReloadToken, () =>
        {
            var now = Settings();
            if (!now.SequenceEqual(last))
            {
                last = now;
                changed();
            }
        });
    }

    private List<KeyValuePair<string, string?>> Settings() => [.. configuration.GetSection(EngineOptions.Section).AsEnumerable().Where(s => s.Value is not null)];

    private static bool Passes(string name) =>
        Passed.Contains(name) || Array.Exists(PassedPrefixes, p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase));
}
