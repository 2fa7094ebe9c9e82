using Evaluator.Contest;
using Evaluator.Harness.Submissions;

namespace Evaluator.Harness.Runs;

/// <summary>The file <c>run.json</c>: what is run, written before the first case and never changed.</summary>
public sealed record RunManifest
{
    public int Format { get; init; } = 1;

    public required SubmissionRecord Submission { get; init; }

    public required string Data { get; init; }

    public required string Set { get; init; }

    /// <summary>The first and last predicted month.</summary>
    public required string Months { get; init; }

    /// <summary>False where the months are not the contest's own: such a score counts for nothing.</summary>
    public required bool Official { get; init; }

    public required Limits Limits { get; init; }

    public required MachineRecord Machine { get; init; }

    public required DateTimeOffset StartedUtc { get; init; }

    public required IReadOnlyList<string> Cases { get; init; }

    public IReadOnlyList<string> DataNotes { get; init; } = [];

    public int ForeclosureRowsLeftOut { get; init; }

    internal static string MonthsOf(CallingSequence sequence) => $"{sequence.PredictedMonths[0]}-{sequence.PredictedMonths[^1]}";
}
