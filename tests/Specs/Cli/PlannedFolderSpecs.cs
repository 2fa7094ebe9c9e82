using System.Text.Json;
using Evaluator.Specs.Contest;

namespace Evaluator.Specs.Cli;

/// <summary>`run --plan FOLDER` plays all runs that `plan --each` wrote, with one count over all their cases.</summary>
public sealed class PlannedFolderSpecs : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("planned-folder-").FullName;

    private string Runs => Path.Combine(folder, "runs");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void All_planned_runs_are_played_with_one_progress_and_what_is_done_is_kept()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(2);
        string handedIn = Directory.CreateDirectory(Path.Combine(folder, "handed-in")).FullName;
        foreach (string name in (string[])["One.dll", "Two.dll"])
            File.Copy(EvaluatorProgram.Predictor("Zero"), Path.Combine(handedIn, name));
        Said(0, "plan", "--each", handedIn, "--data", package.Folder, "--out", Runs);

        EvaluatorProgram played = Said(0, "run", "--plan", Runs);
        Assert.Contains("4/4 cases, 0 failed", played.Error);
        Assert.Equal(2, played.Output.Split("2 of 2 cases have a result").Length - 1);
        Assert.Contains("evaluator merge", played.Output);

        JsonElement again = JsonDocument.Parse(Said(0, "run", "--plan", Runs, "--json").Output).RootElement;
        Assert.Equal([2, 2], again.EnumerateArray().Select(run => run.GetProperty("cases").GetInt32()));
        Said(0, "merge", Runs);
    }

    private static EvaluatorProgram Said(int code, params string[] arguments)
    {
        EvaluatorProgram ended = EvaluatorProgram.Run(arguments);
        Assert.True(ended.ExitCode == code, ended.Error + ended.Output);
        return ended;
    }
}
