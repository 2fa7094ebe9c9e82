using Evaluator.Wire;

namespace Evaluator.Confinement.Workers;

/// <summary>
/// Asks a worker, one request at a time, and takes nothing but the reply that is due (harness/Wire/PROTOCOL.md). What the worker does
/// wrong comes back as a <see cref="Reply"/>; nothing here throws for it.
/// </summary>
public sealed class WorkerSession(WorkerProcess worker)
{
    private readonly FrameWriter requests = new(worker.Requests);
    private readonly FrameReader replies = new(worker.Replies);
    private ushort sequence;

    /// <summary>Waits for Hello. The predictor is not loaded yet, so anything else is our fault.</summary>
    public Reply Greet() => Exchange(() =>
    {
        if (replies.ReadHeader() is not { } header)
            return Reply.Gone;
        var hello = new PayloadReader(replies.ReadPayload(header, 4));
        return header.Kind == FrameKind.Hello && hello.UInt32() == Protocol.Version
            ? Reply.Done
            : new Reply.Violation($"{header.Kind} instead of Hello in version {Protocol.Version}");
    });

    /// <param name="forMany">Whether more than one instance will be set up with them: fast runs.</param>
    public Reply Tables(string path, bool forMany = false)
    {
        PayloadWriter request = Begin(FrameKind.Tables);
        request.Text(path);
        if (forMany)
            request.Byte(1);
        return Ask();
    }

    public Reply Load(string path, string className)
    {
        PayloadWriter request = Begin(FrameKind.Load);
        request.Text(path);
        request.Text(className);
        return Ask();
    }

    public Reply Setup()
    {
        Begin(FrameKind.Setup);
        return Ask();
    }

    public Reply ReceiveEvents(
        string blockGroup, int month, TextRecords crms, TextRecords violations, TextRecords permits, TextRecords emergencies)
    {
        PayloadWriter request = Begin(FrameKind.ReceiveEvents);
        request.Text(blockGroup);
        request.UInt32((uint)month);
        request.TextList(crms);
        request.TextList(violations);
        request.TextList(permits);
        request.TextList(emergencies);
        return Ask();
    }

    /// <summary>The same with lists of ours: what the self-test's predictor is told.</summary>
    public Reply ReceiveEvents(string blockGroup, int month, IReadOnlyList<string>[] lists)
    {
        PayloadWriter request = Begin(FrameKind.ReceiveEvents);
        request.Text(blockGroup);
        request.UInt32((uint)month);
        foreach (IReadOnlyList<string> list in lists)
            request.TextList(list);
        return Ask();
    }

    /// <param name="predictions">Filled by a reply of the right length; of this length and no other.</param>
    public Reply Predict(string blockGroup, int month, IReadOnlyList<string> locations, Memory<double> predictions)
    {
        PayloadWriter request = Begin(FrameKind.Predict);
        request.Text(blockGroup);
        request.UInt32((uint)month);
        request.UInt32((uint)predictions.Length);
        request.TextList(locations);
        return Ask(predictions);
    }

    public void Bye()
    {
        Begin(FrameKind.Bye);
        Exchange(() =>
        {
            requests.Send();
            return Reply.Done;
        });
    }

    private PayloadWriter Begin(FrameKind kind) => requests.Begin(kind, ++sequence);

    private Reply Ask(Memory<double>? predictions = null) => Exchange(() =>
    {
        if (worker.UnreadReplyBytes() is > 0 and int early)
            return new Reply.Violation($"{early} bytes on the wire before they were asked for");
        requests.Send();
        return Receive(predictions);
    });

    private Reply Receive(Memory<double>? predictions)
    {
        if (replies.ReadHeader() is not { } header)
            return Reply.Gone;
        if (header.Sequence != sequence)
            return new Reply.Violation($"a {header.Kind} frame for request {header.Sequence}, while request {sequence} is open");
        switch (header.Kind)
        {
            case FrameKind.Done when predictions is null && header.Length == 0:
                return Reply.Done;
            case FrameKind.Predictions when predictions is { } due:
                replies.ReadDoubles(header, due.Span);
                return Reply.Done;
            case FrameKind.WrongFormat when predictions is { } expected:
                var shape = new PayloadReader(replies.ReadPayload(header, 9));
                byte what = shape.Byte();
                ulong length = shape.UInt64();
                shape.End();
                return new Reply.WrongFormat(what switch
                {
                    0 => $"null instead of {expected.Length:N0} doubles",
                    1 => $"{length:N0} doubles instead of {expected.Length:N0}",
                    _ => $"{length:N0} elements that are no double[] instead of {expected.Length:N0} doubles",
                }, what == 1 ? length : null);
            case FrameKind.Failed:
                var failure = new PayloadReader(replies.ReadPayload(header, Protocol.MaxFailureBytes));
                var kind = (FailureKind)failure.Byte();
                string text = failure.Text();
                failure.End();
                return new Reply.Failed(kind, text);
            default:
                return new Reply.Violation(
                    $"a frame of kind {(byte)header.Kind} with {header.Length} bytes that is no reply to the open request");
        }
    }

    private static Reply Exchange(Func<Reply> exchange)
    {
        try
        {
            return exchange();
        }
        catch (WireException violation)
        {
            return new Reply.Violation(violation.Message);
        }
        catch (IOException)
        {
            return Reply.Gone;    // A broken pipe: nobody reads at the other end any more.
        }
    }
}
