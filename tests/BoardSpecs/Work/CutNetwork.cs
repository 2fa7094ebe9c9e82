using System.Net;
using System.Net.Sockets;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Evaluator.Specs;
using Microsoft.Win32.SafeHandles;

namespace Evaluator.BoardSpecs.Work;

/// <summary>
/// A network namespace with nothing but a loopback of its own, which can be cut and healed. Ports of this machine's loopback are bridged
/// into it: a socket belongs to the namespace in which it was made, so this process listens in there and connects out here.
/// </summary>
internal sealed partial class CutNetwork : IDisposable
{
    private const int NewNet = 0x40000000;    // CLONE_NEWNET, sched.h

    private readonly string name = $"evaluator-spec-{Guid.NewGuid():N}"[..24];
    private readonly List<TcpListener> listeners = [];

    private CutNetwork()
    {
    }

    /// <summary>What a command begins with that runs in there.</summary>
    public IReadOnlyList<string> Prefix => ["nsenter", $"--net=/run/netns/{name}"];

    /// <returns>Null where this user may not make one, or there is no ip(8).</returns>
    public static CutNetwork? Make()
    {
        CutNetwork network = new();
        if (!Environment.IsPrivilegedProcess || !File.Exists("/usr/sbin/ip") && !File.Exists("/sbin/ip")
            || EndedProcess.Of("ip", "netns", "add", network.name).ExitCode != 0)
            return null;
        network.Heal();
        return network;
    }

    /// <summary>Everything in there is cut off: what is sent gets nowhere, and no connection is told that it is over.</summary>
    public void Cut() => Link("down");

    public void Heal() => Link("up");

    /// <summary>The port of the loopback in there is that of this machine's.</summary>
    public void Bridge(int port)
    {
        TcpListener listener = InThere(() =>
        {
            TcpListener made = new(IPAddress.Loopback, port);
            made.Start();
            return made;
        });
        listeners.Add(listener);
        _ = Accept(listener, port);
    }

    public void Dispose()
    {
        foreach (TcpListener listener in listeners)
            listener.Dispose();
        EndedProcess.Of("ip", "netns", "delete", name);
    }

    private void Link(string state)
    {
        EndedProcess ended = EndedProcess.Of("ip", "-n", name, "link", "set", "lo", state);
        if (ended.ExitCode != 0)
            throw new InvalidOperationException($"the loopback could not be set {state}: {ended.Said}");
    }

    private static async Task Accept(TcpListener listener, int port)
    {
        try
        {
            while (true)
                _ = Carry(await listener.AcceptTcpClientAsync(), port);
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
        }
    }

    private static async Task Carry(TcpClient inside, int port)
    {
        using (inside)
        using (TcpClient outside = new())
            try
            {
                await outside.ConnectAsync(IPAddress.Loopback, port);
                NetworkStream one = inside.GetStream(), other = outside.GetStream();
                await Task.WhenAny(one.CopyToAsync(other), other.CopyToAsync(one));
            }
            catch (Exception ended) when (ended is SocketException or IOException)
            {
            }
    }

    /// <summary>On a thread of its own, which ends afterwards: a thread that has gone in stays there.</summary>
    private T InThere<T>(Func<T> make)
    {
        T? made = default;
        ExceptionDispatchInfo? broken = null;
        Thread thread = new(() =>
        {
            try
            {
                using SafeFileHandle space = File.OpenHandle($"/run/netns/{name}");
                if (SetNamespace((int)space.DangerousGetHandle(), NewNet) != 0)
                    throw new IOException($"setns failed (errno {Marshal.GetLastPInvokeError()})");
                made = make();
            }
            catch (Exception failure) when (failure is IOException or SocketException)
            {
                broken = ExceptionDispatchInfo.Capture(failure);
            }
        });
        thread.Start();
        thread.Join();
        broken?.Throw();
        return made!;
    }

    [LibraryImport("libc.so.6", EntryPoint = "setns", SetLastError = true)]
    private static partial int SetNamespace(int descriptor, int kind);
}
