using System.Diagnostics;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Board;

/// <summary>The systemd units that operators get, as systemd itself reads them.</summary>
public class UnitSpecs
{
    private static readonly string? Verifier = Array.Find(["/usr/bin/systemd-analyze", "/bin/systemd-analyze"], File.Exists);

    [Fact(Timeout = 120_000)]
    public async Task Systemd_finds_nothing_wrong_with_them()
    {
        Assert.SkipUnless(Verifier is not null, "systemd-analyze is not installed");
        string folder = Directory.CreateTempSubdirectory("units-").FullName;
        string[] units = ["evaluator-board.service", "evaluator-worker.service"];
        foreach (string unit in units)
        {
            string text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "harness", "Board", "Operating", unit),
                TestContext.Current.CancellationToken);
            // It looks whether the program is there.
            await File.WriteAllTextAsync(Path.Combine(folder, unit),
                text.Replace("/opt/evaluator/evaluator", EvaluatorProgram.Program, StringComparison.Ordinal),
                TestContext.Current.CancellationToken);
        }
        (int exitCode, string said) = await Verified(folder, units);
        Assert.True(exitCode == 0 && said.Length == 0, said);
        Assert.Contains("--workers 0", await File.ReadAllTextAsync(Path.Combine(folder, units[0]), TestContext.Current.CancellationToken));

        await File.AppendAllTextAsync(Path.Combine(folder, units[0]), "\n[Service]\nExecStrat=/bin/true\n",
            TestContext.Current.CancellationToken);
        (_, said) = await Verified(folder, units);
        Assert.Contains("ExecStrat", said);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(int ExitCode, string Output)> Verified(string folder, string[] units)
    {
        ProcessStartInfo start = new(Verifier!, ["verify", .. units.Select(unit => Path.Combine(folder, unit))]);
        EndedProcess ended = await Task.Run(() => EndedProcess.Of(start));
        return (ended.ExitCode, ended.Said);
    }
}
