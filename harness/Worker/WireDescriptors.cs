using Evaluator.Worker.Walls;

namespace Evaluator.Worker;

/// <summary>
/// The two ends of the wire, moved away from descriptors 0 and 1. Afterwards standard input is empty and standard output is standard
/// error, so nothing that a predictor prints or reads touches the wire.
/// </summary>
internal sealed class WireDescriptors
{
    private const int LowestWireDescriptor = 64;

    private WireDescriptors(int requests, int replies) => (Requests, Replies) = (new WireStream(requests), new WireStream(replies));

    public Stream Requests { get; }

    public Stream Replies { get; }

    public static unsafe WireDescriptors TakeFromStandardStreams()
    {
        int requests = LibC.Checked(LibC.fcntl(0, LibC.F_DUPFD_CLOEXEC, LowestWireDescriptor), "move standard input");
        int replies = LibC.Checked(LibC.fcntl(1, LibC.F_DUPFD_CLOEXEC, LowestWireDescriptor), "move standard output");
        LibC.Checked(LibC.dup2(2, 1), "point standard output at standard error");
        int nothing = LibC.Checked(LibC.open("/dev/null", LibC.O_RDONLY), "open /dev/null");
        LibC.Checked(LibC.dup2(nothing, 0), "empty standard input");
        return new WireDescriptors(requests, replies);
    }
}
