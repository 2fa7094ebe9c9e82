using System.Diagnostics;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Board;

/// <summary>nginx with the example that operators get, its addresses and its certificate changed; on free ports of the loopback.</summary>
internal sealed class Proxy : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("proxy-spec-").FullName;
    private readonly int http = LoopbackPort.Free(), https = LoopbackPort.Free();
    private Process? process;

    /// <summary>Where nginx is; null where it is not installed.</summary>
    public static string? Program { get; } = Array.Find(["/usr/sbin/nginx", "/usr/bin/nginx"], File.Exists);

    public Uri Address => new($"https://localhost:{https}");

    public Uri PlainAddress => new($"http://localhost:{http}");

    /// <param name="board">Where the board listens.</param>
    public async Task Start(Uri board)
    {
        LocalhostCertificate.Write(folder);
        string example = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "harness", "Board", "Operating", "nginx.conf"));
        string site = example.Replace("127.0.0.1:8080", board.Authority, StringComparison.Ordinal)
            .Replace("listen 80;", $"listen 127.0.0.1:{http};", StringComparison.Ordinal)
            .Replace("listen 443 ssl", $"listen 127.0.0.1:{https} ssl", StringComparison.Ordinal)
            .Replace("board.example", "localhost", StringComparison.Ordinal)
            .Replace("/etc/ssl/board", folder, StringComparison.Ordinal);
        string file = Path.Combine(folder, "nginx.conf");
        string[] temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        await File.WriteAllTextAsync(file, $$"""
            daemon off;
            pid {{folder}}/nginx.pid;
            error_log {{folder}}/error.log;
            events { }
            http {
            access_log off;
            {{string.Concat(temporary.Select(kind => $"{kind}_temp_path {folder}/{kind};\n"))}}
            {{site}}
            }
            """);
        process = Process.Start(new ProcessStartInfo(Program!, ["-c", file, "-p", folder, "-e", Path.Combine(folder, "error.log")]))!;
        while (!await LoopbackPort.Answers(https))
        {
            if (process.HasExited)
                throw new InvalidOperationException("nginx ended: " + await File.ReadAllTextAsync(Path.Combine(folder, "error.log")));
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            // Its own child dies with it only when it is asked to end.
            using Process quit = Process.Start("kill", ["-TERM", process.Id.ToString()]);
            EndedProcess.AwaitEnd(quit);
            EndedProcess.AwaitEnd(process);
        }
        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
