namespace Evaluator.BoardSpecs.Board;

/// <summary>Reads an event stream of the standings.</summary>
internal static class Events
{
    /// <summary>The id of the next event.</summary>
    public static async Task<string> NextVersion(StreamReader events)
    {
        while (true)
        {
            string line = await events.ReadLineAsync(TestContext.Current.CancellationToken)
                ?? throw new InvalidOperationException("the stream ended");
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                return line;
        }
    }
}
