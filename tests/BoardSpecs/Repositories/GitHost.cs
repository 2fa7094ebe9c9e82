using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Repositories;

/// <summary>
/// A real host of repositories on the loopback: `git http-backend` behind nginx, over https with a certificate of its own making. Beside it
/// a place that redirects, a host that takes connections and never answers, and a door inside that nobody should knock at.
/// </summary>
internal sealed class GitHost : IDisposable
{
    private const string FastCgi = "/usr/sbin/fcgiwrap", Nginx = "/usr/sbin/nginx";

    private static readonly string[] Temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

    private readonly string folder = Directory.CreateTempSubdirectory("git-host-").FullName;
    private readonly int port = LoopbackPort.Free(), privatePort = LoopbackPort.Free();
    private readonly TcpListener silent = new(IPAddress.Loopback, 0), inside = new(IPAddress.Loopback, 0);
    private readonly List<Process> processes = [];
    private int knocks;

    /// <summary>Why there is none on this machine; null where there is.</summary>
    public static string? Missing { get; } = Array.Find([FastCgi, Nginx, Backend], file => !File.Exists(file)) is { } file
        ? $"{file} is not installed" : null;

    public Uri Address => new($"https://localhost:{port}/git/");

    /// <summary>The same host at an address that its operator does not allow to be private.</summary>
    public Uri PrivateAddress => new($"https://localhost:{privatePort}/git/");

    /// <summary>Answers everything with a redirect to <see cref="Knocks"/>'s door.</summary>
    public Uri RedirectingAddress => new($"https://localhost:{port}/moved/");

    public Uri SilentAddress => new($"https://localhost:{((IPEndPoint)silent.LocalEndpoint).Port}/git/");

    /// <summary>How often somebody came to the door inside.</summary>
    public int Knocks => Volatile.Read(ref knocks);

    public string Certificate => Path.Combine(folder, LocalhostCertificate.File);

    private static string Backend => "/usr/lib/git-core/git-http-backend";

    private string Root => Path.Combine(folder, "repositories");

    public async Task Start()
    {
        Directory.CreateDirectory(Root);
        LocalhostCertificate.Write(folder);
        silent.Start();
        inside.Start();
        _ = Listen();
        string socket = Path.Combine(folder, "cgi.socket"), file = Path.Combine(folder, "nginx.conf");
        processes.Add(Process.Start(new ProcessStartInfo(FastCgi, ["-s", "unix:" + socket, "-c", "2"]))!);
        await File.WriteAllTextAsync(file, Configuration(socket));
        processes.Add(Process.Start(new ProcessStartInfo(Nginx, ["-c", file, "-p", folder, "-e", Path.Combine(folder, "error.log")]))!);
        while (!File.Exists(socket) || !await LoopbackPort.Answers(port))
        {
            if (processes.Exists(process => process.HasExited))
                throw new InvalidOperationException("the host ended: " + await File.ReadAllTextAsync(Path.Combine(folder, "error.log")));
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>An empty repository, which takes pushes.</summary>
    public PushedRepository Make(string name)
    {
        string bare = Path.Combine(Root, name + ".git");
        Git.Run(folder, "init", "-q", "--bare", "-b", "main", bare);
        // As the public hosts have it: any commit that is there, and histories without trees.
        foreach ((string key, string value) in ((string, string)[])[
            ("http.receivepack", "true"), ("uploadpack.allowFilter", "true"), ("uploadpack.allowAnySHA1InWant", "true")])
            Git.Run(bare, "config", key, value);
        return new PushedRepository(new Uri(Address, name + ".git"), Certificate, Path.Combine(folder, "work", name), bare);
    }

    /// <summary>A repository that is said to be at another address.</summary>
    public PushedRepository At(Uri address, string name) =>
        new(new Uri(address, name + ".git"), Certificate, Path.Combine(folder, "work", Path.GetRandomFileName()), bare: null);

    /// <summary>The board allows this host by name, and its certificate; the others it knows, and does not allow to be private.</summary>
    public void Allow(JsonObject settings)
    {
        JsonObject Host(Uri address, bool mayBePrivate) => new()
        {
            ["host"] = address.Authority,
            ["provider"] = "github",
            ["mayBePrivate"] = mayBePrivate,
            ["certificates"] = Certificate,
        };
        settings["gitHosts"] = new JsonArray(Host(Address, true), Host(PrivateAddress, false), Host(SilentAddress, true));
        settings["gitSeconds"] = 15;
        settings["gitMebibytes"] = 2;
    }

    public void Dispose()
    {
        foreach (Process process in Enumerable.Reverse(processes))
        {
            // Both have children, which would outlive a parent that is asked to end.
            process.Kill(entireProcessTree: true);
            EndedProcess.AwaitEnd(process);
            process.Dispose();
        }
        silent.Dispose();
        inside.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private string Configuration(string socket) => $$"""
        daemon off;
        {{(Environment.UserName == "root" ? "user root;" : "")}}
        pid {{folder}}/nginx.pid;
        error_log {{folder}}/error.log;
        events { }
        http {
        access_log off;
        client_max_body_size 64m;
        {{string.Concat(Temporary.Select(kind => $"{kind}_temp_path {folder}/{kind};\n"))}}
        server {
            listen 127.0.0.1:{{port}} ssl;
            ssl_certificate {{Certificate}};
            ssl_certificate_key {{folder}}/{{LocalhostCertificate.KeyFile}};
            location /moved/ { return 302 https://127.0.0.1:{{((IPEndPoint)inside.LocalEndpoint).Port}}$request_uri; }
            location ~ ^/git(/.*)$ {
                fastcgi_pass unix:{{socket}};
                fastcgi_param SCRIPT_FILENAME {{Backend}};
                fastcgi_param GIT_PROJECT_ROOT {{Root}};
                fastcgi_param GIT_HTTP_EXPORT_ALL 1;
                fastcgi_param GIT_PROTOCOL $http_git_protocol;
                fastcgi_param HOME {{folder}};
                fastcgi_param PATH {{Environment.GetEnvironmentVariable("PATH")}};
                fastcgi_param PATH_INFO $1;
                fastcgi_param REQUEST_METHOD $request_method;
                fastcgi_param QUERY_STRING $query_string;
                fastcgi_param CONTENT_TYPE $content_type;
                fastcgi_param CONTENT_LENGTH $content_length;
                fastcgi_param HTTP_CONTENT_ENCODING $http_content_encoding;
            }
        }
        }
        """;

    /// <summary>Whoever comes to the silent host waits; whoever comes to the door inside is counted.</summary>
    private async Task Listen()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await inside.AcceptTcpClientAsync();
                Interlocked.Increment(ref knocks);
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The host is disposed.
        }
    }
}
