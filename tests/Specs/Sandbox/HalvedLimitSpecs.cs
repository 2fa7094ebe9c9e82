using System.Diagnostics;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.Sandbox;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Harness;
using Evaluator.Specs.Languages;

namespace Evaluator.Specs.Sandbox;

/// <summary>
/// Hard limits of the process that starts the evaluator, each at half of what we would set, of what is usual, or of what there is. We fit
/// into it, or say before the first case what is too low; never is it a fault in every case, and never a competitor's.
/// </summary>
public sealed class HalvedLimitSpecs : IDisposable
{
    /// <summary>By the names that prlimit(1) has for them.</summary>
    private static readonly Dictionary<string, long> Halves = new(StringComparer.Ordinal)
    {
        ["nofile"] = 2048,
        ["sigpending"] = 512,
        ["core"] = 0,
        ["memlock"] = 32 << 10,
        ["fsize"] = 512L << 20,
        ["data"] = 1L << 30,
        ["stack"] = 4 << 20,
        ["as"] = 128L << 30,
        ["rss"] = 512L << 20,
        ["cpu"] = 30,
        ["locks"] = 8,
        ["msgqueue"] = 0,
        ["nice"] = 0,
        ["rtprio"] = 0,
        ["rttime"] = 100_000,
    };

    private readonly SmallPackage package = SmallPackage.OfEqualCases(2);
    private readonly HandedInFolder folder = new();

    public static TheoryData<string, Language> Limits
    {
        get
        {
            var limits = new TheoryData<string, Language>();
            foreach (string limit in Halves.Keys)
            {
                limits.Add(limit, Language.DotNet);
                if (limit is not ("nofile" or "data" or "as" or "stack"))
                    continue;    // the others are the harness's, whatever is played
                limits.Add(limit, Language.Cpp);
                limits.Add(limit, Language.Java);
            }
            return limits;
        }
    }

    [Theory, MemberData(nameof(Limits))]
    public void A_halved_limit_is_fitted_into_or_named_before_the_first_case(string limit, Language language) =>
        AssertFair(language, SandboxMeans.Best, $"--{limit}={Halves[limit]}:{Halves[limit]}");

    [Theory]
    [InlineData("64")]
    [InlineData("215")]
    public void Too_few_open_files_are_named_before_the_first_case(string files)
    {
        EvaluatorProgram run = Run(EvaluatorProgram.Predictor("Zero"), 1, [$"--nofile={files}:{files}"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"may open {files} files", run.Error);
        Assert.Contains("ulimit -Hn", run.Error);
    }

    [Fact]
    public void All_of_them_together_as_well() =>
        AssertFair(
            Language.DotNet, 1, [.. Halves.Keys.Except(["as", "rss"]).Select(limit => $"--{limit}={Halves[limit]}:{Halves[limit]}")]);

    public void Dispose()
    {
        package.Dispose();
        folder.Dispose();
    }

    private void AssertFair(Language language, int level, params string[] limits)
    {
        if (language is Language.Cpp or Language.Java)
            Toolchains.Require(language);
        string predictor = language == Language.DotNet ? EvaluatorProgram.Predictor("Zero") : folder.AddPlain(language);
        EvaluatorProgram run = Run(predictor, level, limits);
        Assert.True(run.ExitCode is 0 or 2, $"{string.Join(' ', limits)}: exit code {run.ExitCode}: {run.Error} {run.Output}");
        if (run.ExitCode == 0)
            Assert.Contains("Accepted 2", run.Output);
        else
            Assert.False(Directory.Exists(Path.Combine(folder.Path, "run", "faults")));
    }

    private EvaluatorProgram Run(string predictor, int level, string[] limits)
    {
        var start = new ProcessStartInfo(
            "prlimit",
            [.. limits, EvaluatorProgram.Program, "run", predictor, "--data", package.Folder, "--out", Path.Combine(folder.Path, "run"),
                "--workers", "1", "--sandbox", $"{level}"])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        return EvaluatorProgram.End(process);
    }
}
