using System.Globalization;
using Evaluator.Confinement;

namespace Evaluator.Harness.Records;

/// <summary>In what two runs differ, in words.</summary>
internal static class ManifestDifferences
{
    /// <summary>All that decides a result. What a machine is called and when it ran decides none.</summary>
    public static IReadOnlyList<string> OfRuns(RunManifest recorded, RunManifest now) =>
        [.. OfInputs(recorded, now), .. OfVersions(recorded, now)];

    /// <summary>
    /// What keeps a run from being continued here. Another build of the evaluator does not: files and score are defined by their own
    /// versions, and who plays the rest says so in every case file and in the summary.
    /// </summary>
    public static IReadOnlyList<string> OfContinued(RunManifest recorded, RunManifest now) =>
        [.. OfInputs(recorded, now), .. OfDefinitions(recorded, now)];

    /// <summary>Predictor, data, limits, months and cases.</summary>
    public static IReadOnlyList<string> OfInputs(RunManifest recorded, RunManifest now)
    {
        List<string> differences = [];
        Compare(differences, "the predictor's name", recorded.Submission.Name, now.Submission.Name);
        Compare(differences, "the predictor (SHA-256)", recorded.Submission.Sha256, now.Submission.Sha256);
        bool sameCases = recorded.Cases.SequenceEqual(now.Cases);
        if (!sameCases)
            differences.Add($"the set of cases: {recorded.Set} ({recorded.Cases.Count}) recorded, {now.Set} ({now.Cases.Count}) now");
        // The hash covers what the cases read: with other cases, or months, it says nothing that was not said.
        if (sameCases && recorded.Months == now.Months)
            Compare(differences, "the data (SHA-256)", recorded.Data.Sha256, now.Data.Sha256);
        Compare(differences, "the CPU limit", $"{recorded.Limits.CpuSeconds:R} s", $"{now.Limits.CpuSeconds:R} s");
        Compare(differences, "the wall-clock limit", $"{recorded.Limits.WallSeconds:R} s", $"{now.Limits.WallSeconds:R} s");
        Compare(differences, "the memory limit", $"{recorded.Limits.MemoryMebibytes} MiB", $"{now.Limits.MemoryMebibytes} MiB");
        Compare(differences, "the limit of cores", recorded.Limits.Cores?.ToString(CultureInfo.InvariantCulture),
            now.Limits.Cores?.ToString(CultureInfo.InvariantCulture));
        Compare(differences, "the predicted months", recorded.Months, now.Months);
        return differences;
    }

    /// <summary>The code on our side and the runtime under it.</summary>
    public static IReadOnlyList<string> OfVersions(RunManifest recorded, RunManifest now)
    {
        List<string> differences = [];
        Compare(differences, "the evaluator", recorded.Code.Version, now.Code.Version);
        if (differences.Count == 0)
            Compare(differences, $"the evaluator's code (both {now.Code.Version}; SHA-256)", recorded.Code.Sha256, now.Code.Sha256);
        return [.. differences, .. OfDefinitions(recorded, now)];
    }

    /// <summary>How the score is defined, and what the predictor itself runs on.</summary>
    private static List<string> OfDefinitions(RunManifest recorded, RunManifest now)
    {
        List<string> differences = [];
        Compare(differences, "the definition of the score", $"{recorded.Code.ScorerVersion}", $"{now.Code.ScorerVersion}");
        Compare(differences, "the compiler", recorded.Submission.Compiler, now.Submission.Compiler);
        Compare(differences, "the runtime", recorded.Machine.Runtime, now.Machine.Runtime);
        return differences;
    }

    /// <summary>What confined the workers. It decides no score, so a run may be continued elsewhere.</summary>
    public static IReadOnlyList<string> OfSandboxes(RunManifest recorded, RunManifest now)
    {
        List<string> differences = [];
        Compare(differences, "the sandbox's level", $"{recorded.Sandbox?.Level}", $"{now.Sandbox?.Level}");
        return differences;
    }

    private static void Compare(List<string> differences, string what, string? recorded, string? now)
    {
        if (recorded != now)
            differences.Add($"{what}: {recorded ?? "none"} recorded, {now ?? "none"} now");
    }
}
