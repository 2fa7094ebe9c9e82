using System.Globalization;

namespace Evaluator.Benchmarks.Board;

/// <summary>What was measured of a large contest.</summary>
internal sealed record BoardFoldFigures
{
    public required int Teams { get; init; }

    public required int Entries { get; init; }

    public required int Ranked { get; init; }

    /// <summary>Lines read and folded.</summary>
    public required TimeSpan Folded { get; init; }

    /// <summary>And the first table made.</summary>
    public required TimeSpan Rebuilt { get; init; }

    /// <summary>Reading and checking the chain of all entries, from the first 100,000.</summary>
    public required TimeSpan Chain { get; init; }

    /// <summary>Bytes that the folded contest holds.</summary>
    public required long Memory { get; init; }

    /// <summary>From a result to a table with it and its first page, in milliseconds by the clock, ascending.</summary>
    public required double[] NewResult { get; init; }

    /// <summary>The CPU time of a new submission and its result, in milliseconds, on average.</summary>
    public required double NewResultCpu { get; init; }

    public required double PagesASecond { get; init; }

    /// <summary>A table of a moment of the past, in milliseconds.</summary>
    public required double PastMilliseconds { get; init; }

    public string Page() => string.Create(CultureInfo.InvariantCulture, $"""
        {Teams:N0} teams, {Entries:N0} entries, {Ranked:N0} ranked; one thread, CPU time
        read and folded         {Folded.TotalSeconds,8:F2} s
        and the first table     {Rebuilt.TotalSeconds,8:F2} s
        chain checked as well   {Chain.TotalSeconds,8:F2} s more
        the contest in memory   {Memory / 1048576.0,8:F0} MiB
        a submission, its result and the page {NewResultCpu:F3} ms on average
        by the clock            {NewResult[NewResult.Length / 2],8:F3} ms median, {NewResult[NewResult.Length * 99 / 100]:F3} ms 99 %
        at most                 {NewResult[^1],8:F3} ms
        pages of 100 rows       {PagesASecond,8:F0} a second
        a moment of the past    {PastMilliseconds,8:F1} ms

        """);
}
