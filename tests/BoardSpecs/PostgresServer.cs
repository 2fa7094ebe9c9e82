using System.Diagnostics;
using System.Globalization;
using Evaluator.Specs;
using Npgsql;

namespace Evaluator.BoardSpecs;

/// <summary>
/// A PostgreSQL server of Debian's package, of its own: a cluster in a folder of its own, and no port but a socket in that folder. It ends
/// with this process however that ends, since it is started by a shell that reads a pipe of ours; killed and started again it has what it
/// acknowledged.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly Lazy<Task<PostgresServer>> shared = new(BeginShared);

    private readonly string root = Directory.CreateTempSubdirectory("postgres-spec-").FullName;
    private Process? shell;

    /// <summary>The one that all specs of a run share, each with a schema of its own.</summary>
    public static Task<PostgresServer> Shared => shared.Value;

    /// <summary>The folder of the newest version that is installed; null where there is none.</summary>
    private static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
            .MaxBy(bin => int.Parse(Path.GetFileName(Path.GetDirectoryName(bin))!, CultureInfo.InvariantCulture))
        : null;

    public static bool IsInstalled => Programs is not null;

    private string Data => Path.Combine(root, "data");

    private static async Task<PostgresServer> BeginShared()
    {
        PostgresServer server = await Begin();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().Wait(Patience);
        return server;
    }

    public static async Task<PostgresServer> Begin()
    {
        PostgresServer server = new();
        // The server refuses to be root's; Debian's package has made a user for it.
        if (Environment.IsPrivilegedProcess)
            Succeeds("chown", "postgres:", server.root);
        Succeeds(As([Path.Combine(Programs!, "initdb"), "--no-sync", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8",
            "--username=board", "--pgdata", server.Data]));
        await server.Start();
        return server;
    }

    /// <summary>An address of a schema that nobody else uses.</summary>
    public string NewAddress() =>
        $"Host={root};Database=postgres;Username=board;Timeout=120;Command Timeout=300;Search Path=b{Guid.NewGuid():N}";

    public async Task Start()
    {
        string server = string.Join(' ', As([Path.Combine(Programs!, "postgres"), "-D", Data, "-k", root, "-c", "listen_addresses=''",
            "-c", "shared_buffers=32MB", "-c", "max_connections=300"]));
        shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"{server} < /dev/null & read end; kill -INT $!; wait $!"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        shell.BeginOutputReadLine();
        shell.BeginErrorReadLine();
        using CancellationTokenSource late = new(Patience);
        while (!await Answers())
            await Task.Delay(100, late.Token);
    }

    /// <summary>kill -9 of the server and of all its processes.</summary>
    public async Task Kill()
    {
        int main = int.Parse(File.ReadAllLines(Path.Combine(Data, "postmaster.pid"))[0], CultureInfo.InvariantCulture);
        string children = EndedProcess.Of("pgrep", "-P", $"{main}").Output;
        Succeeds(["kill", "-KILL", $"{main}", .. children.Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
        await End();
    }

    public async ValueTask DisposeAsync()
    {
        await End();
        Directory.Delete(root, recursive: true);
    }

    private async Task End()
    {
        if (shell is null)
            return;
        shell.StandardInput.Close();
        await shell.WaitForExitAsync().WaitAsync(Patience);
        shell.Dispose();
        shell = null;
    }

    private async Task<bool> Answers()
    {
        try
        {
            await using NpgsqlConnection connection = new($"Host={root};Database=postgres;Username=board;Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static string[] As(string[] command) => Environment.IsPrivilegedProcess
        ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", .. command]
        : command;

    private static void Succeeds(params string[] command)
    {
        EndedProcess ended = EndedProcess.Of(command[0], command[1..]);
        if (ended.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {ended.ExitCode}:\n{ended.Said}");
    }
}
