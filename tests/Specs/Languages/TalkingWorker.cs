using System.Diagnostics;
using Evaluator.Confinement;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.Workers;
using Evaluator.Wire;

namespace Evaluator.Specs.Languages;

/// <summary>A worker of some language that has said hello, without walls, and that a spec talks to frame by frame.</summary>
internal sealed class TalkingWorker : IDisposable
{
    private readonly HandedInFolder folder = new();
    private readonly Process process;
    private readonly FrameReader replies;

    public TalkingWorker(Language language)
    {
        Runner runner = RunnerOf(language);
        foreach (ClosureFile file in runner.Files)
            file.WriteTo(folder.Path);
        var files = new WorkerFiles(folder.Path, "predictor", null);
        var command = new WorkerCommand(Limits.Official, SandboxMeans.Detect(most: 0), runner.Program(files, folder.Path, Limits.Official));
        process = Process.Start(command.For(folder.Path, group: null))!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        replies = new FrameReader(process.StandardOutput.BaseStream);
        FrameHeader hello = replies.ReadHeader()!.Value;
        Assert.Equal(new FrameHeader(4, 0, FrameKind.Hello), hello);
        Assert.Equal([1, 0, 0, 0], replies.ReadPayload(hello, 4).ToArray());
    }

    public bool NothingMoreWasSaid => replies.ReadHeader() is null;

    public void Send(FrameKind kind, ushort sequence, Action<PayloadWriter>? payload = null)
    {
        var writer = new FrameWriter(process.StandardInput.BaseStream);
        PayloadWriter begun = writer.Begin(kind, sequence);
        payload?.Invoke(begun);
        writer.Send();
    }

    public void SendRaw(byte[] bytes)
    {
        process.StandardInput.BaseStream.Write(bytes);
        process.StandardInput.BaseStream.Flush();
    }

    /// <summary>The next reply, which must be a Failed frame.</summary>
    public (FailureKind Kind, int Sequence) Failure()
    {
        FrameHeader header = replies.ReadHeader()!.Value;
        Assert.Equal(FrameKind.Failed, header.Kind);
        var payload = new PayloadReader(replies.ReadPayload(header, Protocol.MaxFailureBytes));
        var kind = (FailureKind)payload.Byte();
        Assert.NotEqual("", payload.Text());
        payload.End();
        return (kind, header.Sequence);
    }

    /// <summary>Closes the worker's input and waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public int End()
    {
        process.StandardInput.Close();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)), "the worker did not leave");
        return process.ExitCode;
    }

    /// <returns>Path of a tables file with so many empty lists; nine are due.</returns>
    public string Tables(int lists)
    {
        string path = Path.Combine(folder.Path, "tables.bin");
        File.WriteAllBytes(path, new byte[4 * lists]);
        return path;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
        folder.Dispose();
    }

    private static Runner RunnerOf(Language language) => language switch
    {
        Language.Cpp => RunnerStore.Cpp(Desk.Workshop(), CppCompiler.Find(out _)!),
        Language.Java => RunnerStore.Java(Desk.Workshop(), Jdk.Find(out _)!, CppCompiler.Find(out _)!),
        _ => new DotNetRunner(),
    };
}
