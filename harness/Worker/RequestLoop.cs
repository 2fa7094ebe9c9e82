using Evaluator.Wire;

namespace Evaluator.Worker;

/// <summary>Answers the harness's requests, one at a time, until it says goodbye, closes the wire or the predictor fails.</summary>
internal sealed class RequestLoop(FrameReader requests, FrameWriter replies)
{
    private string[][] tables = [];
    private string[][]? untouched;
    private Predictor? predictor;
    private string predictorPath = "";

    public void Run()
    {
        replies.Begin(FrameKind.Hello, 0).UInt32(Protocol.Version);
        replies.Send();

        while (requests.ReadHeader() is { } header && header.Kind != FrameKind.Bye)
        {
            if (!Answer(header))
                return;
        }
    }

    /// <returns>False after a failure: there is nothing more to be asked.</returns>
    private bool Answer(FrameHeader header)
    {
        var request = new PayloadReader(requests.ReadPayload(header, int.MaxValue));
        Failure? failure = header.Kind switch
        {
            FrameKind.Tables => ReadTables(ref request, header.Sequence),
            FrameKind.Load => Load(ref request, header.Sequence),
            FrameKind.Setup => Setup(ref request, header.Sequence),
            FrameKind.ReceiveEvents => ReceiveEvents(ref request, header.Sequence),
            FrameKind.Predict => Predict(ref request, header.Sequence),
            _ => new Failure(FailureKind.Worker, $"request of unknown kind {(byte)header.Kind}"),
        };
        if (failure is null)
            return true;

        PayloadWriter reply = replies.Begin(FrameKind.Failed, header.Sequence);
        reply.Byte((byte)failure.Kind);
        reply.Text(failure.Text);
        replies.Send();
        return false;
    }

    private Failure? ReadTables(ref PayloadReader request, ushort sequence)
    {
        string path = request.Text();
        bool forMany = request.Remaining > 0 && request.Byte() != 0;
        request.End();
        try
        {
            tables = Tables.Read(path);
            untouched = forMany ? Array.ConvertAll(tables, table => (string[])table.Clone()) : null;
            if (forMany)
                LetTablesGrowOld();
        }
        catch (Exception ours) when (ours is IOException or UnauthorizedAccessException or WireException)
        {
            return new Failure(FailureKind.Worker, $"the tables file {path} can't be read: {ours.Message}");
        }
        return Done(sequence);
    }

    /// <summary>
    /// Into the oldest generation: else the first collections among the cases copy them, twice (a third of a worker's CPU time over 544
    /// cases).
    /// </summary>
    private static void LetTablesGrowOld()
    {
        for (int generation = 0; generation < GC.MaxGeneration; generation++)
            GC.Collect();
    }

    private Failure? Load(ref PayloadReader request, ushort sequence)
    {
        predictorPath = request.Text();
        string className = request.Text();
        request.End();
        Predictor? before = predictor;
        Failure? failure = PredictorCall.Run(
            () => predictor = before is null ? Predictor.Load(predictorPath, className) : before.Fresh(), predictorPath,
            loading: true);
        return failure ?? Done(sequence);
    }

    private Failure? Setup(ref PayloadReader request, ushort sequence)
    {
        request.End();
        Predictor loaded = Loaded();
        string[][] given = tables;
        if (untouched is null)
            tables = [];    // The arrays are the predictor's now: what it does not keep may be collected.
        for (int i = 0; i < untouched?.Length; i++)
            Restore(given[i], untouched[i]);    // The instance before may have changed them.
        return PredictorCall.Run(() => loaded.Setup(given), predictorPath) ?? Done(sequence);
    }

    /// <summary>
    /// Few predictors change what they were given, and a look is cheaper than a copy: after a copy the next collection goes through 300,000
    /// rows in search of young strings (perf/results).
    /// </summary>
    private static void Restore(string[] table, string[] untouched)
    {
        for (int row = 0; row < table.Length; row++)
        {
            if (!ReferenceEquals(table[row], untouched[row]))
                table[row] = untouched[row];
        }
    }

    private Failure? ReceiveEvents(ref PayloadReader request, ushort sequence)
    {
        string blockGroup = request.Text();
        int month = (int)request.UInt32();
        string[] crms = request.TextList();
        string[] violations = request.TextList();
        string[] permits = request.TextList();
        string[] emergencies = request.TextList();
        request.End();
        Predictor loaded = Loaded();
        return PredictorCall.Run(() => loaded.ReceiveEvents(blockGroup, month, crms, violations, permits, emergencies), predictorPath)
            ?? Done(sequence);
    }

    private Failure? Predict(ref PayloadReader request, ushort sequence)
    {
        string blockGroup = request.Text();
        int month = (int)request.UInt32();
        uint expected = request.UInt32();
        string[] locations = request.TextList();
        request.End();
        Predictor loaded = Loaded();
        object? returned = null;
        Failure? failure = PredictorCall.Run(() => returned = loaded.Predict(blockGroup, month, locations), predictorPath);
        if (failure is not null)
            return failure;

        if (returned is double[] predictions && predictions.LongLength == expected)
        {
            replies.Begin(FrameKind.Predictions, sequence).Doubles(predictions);
        }
        else
        {
            PayloadWriter reply = replies.Begin(FrameKind.WrongFormat, sequence);
            reply.Byte((byte)(returned switch { null => 0, double[] => 1, _ => 2 }));
            reply.UInt64((ulong)((returned as Array)?.LongLength ?? 0));
        }
        replies.Send();
        return null;
    }

    private Failure? Done(ushort sequence)
    {
        replies.Begin(FrameKind.Done, sequence);
        replies.Send();
        return null;
    }

    private Predictor Loaded() => predictor ?? throw new WireException("a call came before Load");
}
