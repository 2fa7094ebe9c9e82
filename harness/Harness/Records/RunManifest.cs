using Evaluator.Confinement;
using Evaluator.Confinement.Sandbox;
using Evaluator.Contest.Calls;
using Evaluator.Harness.Runs;

namespace Evaluator.Harness.Records;

/// <summary>The file <c>run.json</c>: what is run, written before the first case and never changed.</summary>
public sealed record RunManifest
{
    /// <summary>The one that this evaluator writes, and the only one that it reads.</summary>
    public const int KnownFormat = 1;

    /// <summary>Of the run folder: what its files mean, and where they stand.</summary>
    public int Format { get; init; } = KnownFormat;

    public required SubmissionRecord Submission { get; init; }

    public required DataRecord Data { get; init; }

    public required CodeRecord Code { get; init; }

    public required string Set { get; init; }

    /// <summary>The first and last predicted month.</summary>
    public required string Months { get; init; }

    /// <summary>False where the months are not the contest's own: such a score counts for nothing.</summary>
    public required bool Official { get; init; }

    public required Limits Limits { get; init; }

    /// <summary>What confined the workers, as the self-test saw it; null for a planned run: there every case file says it.</summary>
    public SandboxRecord? Sandbox { get; init; }

    public required MachineRecord Machine { get; init; }

    public required DateTimeOffset StartedUtc { get; init; }

    public required IReadOnlyList<string> Cases { get; init; }

    /// <summary>
    /// How long each of the cases may take, relative to the others (locations, or milliseconds): what the dealing to shards goes by.
    /// </summary>
    public IReadOnlyList<int> Costs { get; init; } = [];

    /// <summary>The sandbox level that every machine must hold that plays a part of the run.</summary>
    public int RequiredSandbox { get; init; }

    /// <summary>Those of the cases about which a competitor may know everything (ruling 13): the examples.</summary>
    public IReadOnlyList<string> OpenCases { get; init; } = [];

    public IReadOnlyList<string> DataNotes { get; init; } = [];

    public int ForeclosureRowsLeftOut { get; init; }

    /// <summary>The seal of the run whose archive was scored again; null where the predictor ran.</summary>
    public string? RescoredFrom { get; init; }

    /// <summary>Names the run: every case file carries it. The file's hash of itself, filled in when it is written.</summary>
    public string Seal { get; init; } = Records.Seal.Blank;

    /// <summary>The same run, as it would be recorded here and now.</summary>
    internal RunManifest Now(SubmissionRecord submission, DataRecord data, SandboxRecord? sandbox) => this with
    {
        Submission = submission,
        Data = data,
        Code = CodeRecord.Here(),
        Sandbox = sandbox,
        Machine = MachineRecord.Here(),
        StartedUtc = DateTimeOffset.UtcNow,
    };

    internal static string MonthsOf(CallingSequence sequence) => $"{sequence.PredictedMonths[0]}-{sequence.PredictedMonths[^1]}";
}
