using System.ComponentModel;
using System.Runtime.InteropServices;
using Evaluator.Worker.Walls;
using Microsoft.Win32.SafeHandles;

namespace Evaluator.Worker;

/// <summary>
/// The two ends of the wire, moved away from descriptors 0 and 1. Afterwards standard input is empty and standard output is standard
/// error, so nothing that a predictor prints or reads touches the wire.
/// </summary>
internal sealed class WireDescriptors : IDisposable
{
    private const int LowestWireDescriptor = 64;

    private WireDescriptors(int requests, int replies)
    {
        Requests = new FileStream(new SafeFileHandle(requests, ownsHandle: true), FileAccess.Read, bufferSize: 0);
        Replies = new FileStream(new SafeFileHandle(replies, ownsHandle: true), FileAccess.Write, bufferSize: 0);
    }

    public FileStream Requests { get; }

    public FileStream Replies { get; }

    public static WireDescriptors TakeFromStandardStreams()
    {
        int requests = Checked(LibC.fcntl(0, LibC.F_DUPFD_CLOEXEC, LowestWireDescriptor), "move standard input");
        int replies = Checked(LibC.fcntl(1, LibC.F_DUPFD_CLOEXEC, LowestWireDescriptor), "move standard output");
        Checked(LibC.dup2(2, 1), "point standard output at standard error");
        int nothing = Checked(LibC.open("/dev/null", LibC.O_RDONLY), "open /dev/null");
        Checked(LibC.dup2(nothing, 0), "empty standard input");
        return new WireDescriptors(requests, replies);
    }

    public void Dispose()
    {
        Requests.Dispose();
        Replies.Dispose();
    }

    private static int Checked(int result, string what) =>
        result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError(), $"can't {what}");
}
