using Evaluator.Confinement.Workers;
using Evaluator.Contest.Lines;

namespace Evaluator.Harness.Cases;

/// <summary>What a predictor gets of the contest's files.</summary>
internal static class FileRecords
{
    /// <summary>The records of a file: all lines but the header.</summary>
    public static TextRecords Records(this TextLines lines)
    {
        if (lines.Count <= 1)
            return default;
        int start = lines.Ends[0];
        return new TextRecords(lines.Ends[1..], start, lines.Bytes[start..]);
    }
}
