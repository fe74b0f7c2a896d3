using System.Diagnostics;
using Npgsql;

namespace Assistant.Storage.Tests.Backends;

/// <summary>
/// A throw-away PostgreSQL server in a temporary folder. It listens on a socket in that folder only. A small shell
/// script stands between: it stops the server and removes the folder when this process ends, however that happens.
/// </summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private const string Account = "postgres";
    private const string Script =
        """
        folder=$1 binaries=$2
        mkdir -m 700 "$folder" || exit 1
        trap 'rm -rf "$folder"' EXIT
        "$binaries/initdb" -D "$folder/data" -U assistant --auth=trust --encoding=UTF8 --locale=C --no-sync >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
        "$binaries/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c max_connections=300 -c fsync=off -c synchronous_commit=off -c full_page_writes=off </dev/null >"$folder/log" 2>&1 &
        server=$!
        echo started
        cat >/dev/null
        kill -INT "$server"
        wait "$server"
        """;

    private readonly Process process;

    private PostgresCluster(Process process, string folder)
    {
        this.process = process;
        ConnectionString = new NpgsqlConnectionStringBuilder { Host = folder, Username = "assistant", Database = "postgres" }.ToString();
    }

    public string ConnectionString { get; }

    /// <summary>The folder of initdb and postgres; null, with the reason, where they cannot be used.</summary>
    public static (string? Folder, string Reason) FindBinaries()
    {
        var installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var version) ? version : 0).Select(d => Path.Combine(d, "bin"))
            : [];
        var folder = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Concat(installed)
            .FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "postgres")));
        if (folder is null)
        {
            return (null, "no initdb was found on PATH or in /usr/lib/postgresql (package 'postgresql')");
        }

        return Environment.IsPrivilegedProcess && !(File.Exists("/usr/sbin/runuser") && File.ReadLines("/etc/passwd").Any(l => l.StartsWith($"{Account}:", StringComparison.Ordinal)))
            ? (null, $"a server cannot run as root, and there is no runuser or no account '{Account}'")
            : (folder, "");
    }

    public static async Task<PostgresCluster> StartAsync(string binaries)
    {
        var folder = Path.Combine(Parent(), $"assistant-pg-{Guid.NewGuid():N}"[..24]);
        string[] command = ["sh", "-c", Script, "sh", folder, binaries];
        if (Environment.IsPrivilegedProcess)
        {
            command = ["/usr/sbin/runuser", "-u", Account, "--", .. command];
        }

        var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
        if (await process.StandardOutput.ReadLineAsync() != "started")
        {
            throw new InvalidOperationException($"The PostgreSQL cluster could not be made: {await process.StandardError.ReadToEndAsync()}");
        }

        var cluster = new PostgresCluster(process, folder);
        await cluster.WaitUntilReadyAsync();
        return cluster;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Memory where there is enough of it: making a database writes a thousand files.</summary>
    private static string Parent()
    {
        var memory = new DriveInfo("/dev/shm");
        return memory is { IsReady: true, AvailableFreeSpace: > 1L << 30 } ? memory.Name : Path.GetTempPath();
    }

    private async Task WaitUntilReadyAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString);
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (attempt < 600)
            {
                await Task.Delay(50);
            }
        }
    }
}
