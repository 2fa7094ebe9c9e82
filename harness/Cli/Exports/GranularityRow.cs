using Evaluator.Harness.Records;

namespace Evaluator.Cli.Exports;

/// <summary>One case, month and granularity of an exported run. The properties are the columns.</summary>
public sealed record GranularityRow
{
    public string Case { get; init; } = "";

    /// <summary>1 to 12.</summary>
    public int Month { get; init; }

    /// <summary><c>location</c>, <c>street</c> or <c>blockGroup</c>.</summary>
    public string Granularity { get; init; } = "";

    public int Events { get; init; }

    /// <summary>Null unless the case was Accepted, as are the scores.</summary>
    public double? Rmse { get; init; }

    public double? Score { get; init; }

    public string? ScoreBits { get; init; }

    public static IEnumerable<GranularityRow> Of(CaseResult result) => result.Months.SelectMany(month => (GranularityRow[])
    [
        Of(result.Case, month, "location", month.Rmse?.Location, month.Scores?.Location),
        Of(result.Case, month, "street", month.Rmse?.Street, month.Scores?.Street),
        Of(result.Case, month, "blockGroup", month.Rmse?.BlockGroup, month.Scores?.BlockGroup),
    ]);

    private static GranularityRow Of(string caseId, MonthResult month, string granularity, double? rmse, double? score) => new()
    {
        Case = caseId,
        Month = month.Month,
        Granularity = granularity,
        Events = month.Events,
        Rmse = rmse,
        Score = score,
        ScoreBits = Harness.Records.ScoreBits.Of(score),
    };
}
