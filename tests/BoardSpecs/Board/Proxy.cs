using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Board;

/// <summary>nginx with the example that operators get, its addresses and its certificate changed; on free ports of the loopback.</summary>
internal sealed class Proxy : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("proxy-spec-").FullName;
    private readonly int http = FreePort(), https = FreePort();
    private Process? process;

    /// <summary>Where nginx is; null where it is not installed.</summary>
    public static string? Program { get; } = Array.Find(["/usr/sbin/nginx", "/usr/bin/nginx"], File.Exists);

    public Uri Address => new($"https://localhost:{https}");

    public Uri PlainAddress => new($"http://localhost:{http}");

    /// <param name="board">Where the board listens.</param>
    public async Task Start(Uri board)
    {
        WriteCertificate();
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
        while (!await Answers())
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

    private async Task<bool> Answers()
    {
        using TcpClient client = new();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, https);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void WriteCertificate()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Path.Combine(folder, "fullchain.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "privkey.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
