using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Sandbox;

namespace Evaluator.Confinement.Workers;

/// <summary>A running worker: its ends of the wire, what it printed, and its death.</summary>
/// <remarks>
/// A worker dies with the *thread* that started it (PR_SET_PDEATHSIG), so it must be started by a thread that outlives it:
/// a lane, never the thread pool.
/// </remarks>
public sealed class WorkerProcess : IDisposable
{
    /// <summary>
    /// A month's predictions of 250 locations are 240 KB: through a pipe of the usual 64 KiB they would go in four pieces, and each piece
    /// is a change from one process to the other and back.
    /// </summary>
    private const int PipeBytes = 1 << 20;

    /// <summary>How long a worker that was told to leave may take.</summary>
    public static readonly TimeSpan FarewellPatience = TimeSpan.FromSeconds(1);

    /// <summary>
    /// A killed process ends in milliseconds; the kernel may have much to take apart, which changes nothing in what is known of the case.
    /// </summary>
    private static readonly TimeSpan DyingPatience = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly ConsoleCapture console;

    private readonly WorkingFolder? folder;

    private readonly ChosenCores? cores;

    private WorkerProcess(Process process, ControlGroup? group, WorkingFolder? folder, ChosenCores? cores)
    {
        this.process = process;
        this.cores = cores;
        this.folder = folder;
        Group = group;
        Id = process.Id;
        Requests = process.StandardInput.BaseStream;
        Replies = process.StandardOutput.BaseStream;
        Widen(Requests);
        Widen(Replies);
        console = new ConsoleCapture(process.StandardError.BaseStream);
    }

    public int Id { get; }

    /// <summary>Null where control groups can't be made.</summary>
    public ControlGroup? Group { get; }

    public Stream Requests { get; }

    public Stream Replies { get; }

    /// <summary>The one place where a confined program is started. Its control group and its working folder go with it.</summary>
    /// <param name="newFolder">Makes an empty folder to work in, asked where the command needs one; null for a temporary one.</param>
    /// <exception cref="HarnessFaultException">The process could not be made.</exception>
    public static WorkerProcess Start(WorkerCommand command, Func<WorkingFolder>? newFolder = null)
    {
        ControlGroup? group = null;
        WorkingFolder? folder = null;
        ChosenCores? cores = null;
        try
        {
            cores = command.ChooseCores();
            if (command.NeedsWorkingFolder)
                folder = (newFolder ?? ScratchFolder.InTemporary)();
            group = command.MakeGroup();
            ProcessStartInfo start = command.For(folder?.Path, group);
            return new WorkerProcess(cores is null ? Process.Start(start)! : cores.Start(start), group, folder, cores);
        }
        catch (Exception failed) when (failed is Win32Exception or IOException or UnauthorizedAccessException)
        {
            group?.Dispose();
            folder?.Dispose();
            cores?.Dispose();
            throw new HarnessFaultException($"a worker could not be started: {failed.Message}", failed);
        }
    }

    private static void Widen(Stream wire)
    {
        if (wire is PipeStream pipe)
            _ = LibC.fcntl(pipe.SafePipeHandle, LibC.F_SETPIPE_SZ, PipeBytes);    // refused to users who have many: then it stays as it was
    }

    /// <summary>Bytes that have arrived and that nobody has asked for.</summary>
    public int UnreadReplyBytes()
    {
        if (Replies is not PipeStream pipe)
            throw new InvalidOperationException($"the wire is a {Replies.GetType().Name}, not a pipe");
        if (LibC.ioctl(pipe.SafePipeHandle, LibC.FIONREAD, out int unread) != 0)
            throw new HarnessFaultException($"FIONREAD on the wire failed: {Marshal.GetLastPInvokeErrorMessage()}");
        return unread;
    }

    public bool HasExited => process.HasExited;

    /// <summary>Ends the worker and everything that it started. Does nothing to one that has ended.</summary>
    public void Kill()
    {
        try
        {
            // A control group ends them all, and so does the end of bubblewrap; without both, the tree must be walked.
            process.Kill(entireProcessTree: Group is null);
            Group?.Kill();
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself in the meantime.
        }
    }

    /// <summary>
    /// After <see cref="End"/>; null for a process that does not die. It proves nothing about a worker: 134 has four causes, and who exits
    /// with 0 may not have answered.
    /// </summary>
    public int? ExitCode => process.HasExited ? process.ExitCode : null;

    /// <summary>Waits for the end of the process and returns what it printed.</summary>
    public ConsoleText End(TimeSpan patience)
    {
        if (!process.WaitForExit(patience))
            Kill();
        process.WaitForExit(DyingPatience);
        return console.End();
    }

    public void Dispose()
    {
        Kill();
        if (process.WaitForExit(DyingPatience))
            process.Dispose();
        else
            Stragglers.Add($"the process {Id}, which does not die", () => process.WaitForExit(TimeSpan.Zero));
        Group?.Dispose();
        folder?.Dispose();
        cores?.Dispose();
    }
}
