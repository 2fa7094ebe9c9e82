using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Evaluator.BoardSpecs.Work;

/// <summary>
/// A RabbitMQ server of Debian's package, of its own: free ports on the loopback, a folder of its own. Stopped and started again it has
/// what it had.
/// </summary>
internal sealed class RabbitBroker : IAsyncDisposable
{
    /// <summary>Not the one on the path, which would become another user with a home of its own.</summary>
    private const string Server = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly Lazy<Task<RabbitBroker>> shared = new(BeginShared);

    private readonly string root = Directory.CreateTempSubdirectory("rabbit-spec-").FullName;
    private readonly int distribution = LoopbackPort.Free();
    private readonly string node = $"evaluator{Environment.ProcessId}{Random.Shared.Next(1000)}@localhost";
    private Process? process;

    public int Port { get; } = LoopbackPort.Free();

    public string Address => $"amqp://guest:guest@127.0.0.1:{Port}";

    public static bool IsInstalled => File.Exists(Server);

    /// <summary>The one that specs of one collection share, one after the other.</summary>
    public static Task<RabbitBroker> Shared => shared.Value;

    private static async Task<RabbitBroker> BeginShared()
    {
        RabbitBroker broker = await Begin();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => broker.DisposeAsync().AsTask().Wait(Patience);
        return broker;
    }

    public static async Task<RabbitBroker> Begin()
    {
        RabbitBroker broker = new();
        // The server refuses a home that others may read its cookie in.
        File.SetUnixFileMode(broker.root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await File.WriteAllTextAsync(Path.Combine(broker.root, "rabbitmq.conf"), "loopback_users.guest = true\nlog.console = false\n");
        await File.WriteAllTextAsync(Path.Combine(broker.root, "advanced.config"),
            "[{kernel, [{inet_dist_use_interface, {127,0,0,1}}]}].\n");
        await broker.Start();
        return broker;
    }

    public async Task Start()
    {
        process = Process.Start(With(new ProcessStartInfo(Server)))!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using CancellationTokenSource late = new(Patience);
        while (!await Answers())
        {
            late.Token.ThrowIfCancellationRequested();
            await Task.Delay(500, late.Token);
        }
    }

    /// <summary>SIGTERM: the server writes down what it has to.</summary>
    public async Task Stop()
    {
        using (Process stop = Process.Start("kill", ["-TERM", $"{process!.Id}"]))
            await stop.WaitForExitAsync().WaitAsync(Patience);
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        process?.Dispose();
        Directory.Delete(root, recursive: true);
    }

    private async Task<bool> Answers()
    {
        try
        {
            using TcpClient client = new();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            NetworkStream stream = client.GetStream();
            await stream.WriteAsync("AMQP\0\0\t\u0001"u8.ToArray());
            return await stream.ReadAsync(new byte[8]).AsTask().WaitAsync(TimeSpan.FromSeconds(5)) > 0;
        }
        catch (Exception away) when (away is SocketException or IOException or TimeoutException)
        {
            return false;
        }
    }

    private ProcessStartInfo With(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        foreach ((string name, string value) in new (string, string)[]
        {
            ("HOME", root), ("RABBITMQ_NODENAME", node), ("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"), ("RABBITMQ_NODE_PORT", $"{Port}"),
            ("RABBITMQ_DIST_PORT", $"{distribution}"), ("RABBITMQ_MNESIA_BASE", Path.Combine(root, "data")),
            ("RABBITMQ_LOG_BASE", Path.Combine(root, "log")),
            ("RABBITMQ_CONFIG_FILE", Path.Combine(root, "rabbitmq")),
            ("RABBITMQ_ADVANCED_CONFIG_FILE", Path.Combine(root, "advanced.config")),
            // Erlang's schedulers spin while they wait; here they share the cores with those who are measured, or tested.
            ("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "+sbwt none +sbwtdcpu none +sbwtdio none"),
            ("RABBITMQ_ENABLED_PLUGINS_FILE", Path.Combine(root, "enabled_plugins")), ("RABBITMQ_PID_FILE", Path.Combine(root, "pid")),
        })
            start.Environment[name] = value;
        return start;
    }
}
