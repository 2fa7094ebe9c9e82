using System.Text.Json;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Tables;

/// <summary>The commands for challenges of tables, as an organiser types them.</summary>
public sealed class CommandSpecs : IDisposable
{
    private readonly ScratchFolder scratch = new();

    private string Challenge => Path.Combine(scratch.Path, "houses");

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void From_a_table_of_answers_to_a_judged_submission()
    {
        string answers = Path.Combine(scratch.Path, "answers.csv"), sample = Path.Combine(Challenge, "files", "sample_submission.csv");
        File.WriteAllText(answers, "id,price\n" + string.Concat(Enumerable.Range(1, 100).Select(row => $"h{row},{row * 1.5}\n")));
        Assert.Contains("`price` is a number. Metric: RMSE.", Run("new", "challenge", Challenge, "--table", answers).Output,
            StringComparison.Ordinal);
        Assert.Equal((0, true), Said(Run("judge", sample, "--challenge", Challenge, "--json")));
        Assert.Equal(0, Run("check", Challenge).ExitCode);

        File.WriteAllText(sample, File.ReadAllText(sample).Replace("h17,0", "h17,dear", StringComparison.Ordinal));
        EndedProcess judged = Run("judge", sample, "--challenge", Challenge);
        Assert.Equal(1, judged.ExitCode);
        Assert.Contains("1 value is no number.", judged.Output, StringComparison.Ordinal);
        Assert.Contains(": dear", judged.Output, StringComparison.Ordinal);
        Assert.Contains("can't be used", Run("check", Challenge).Output, StringComparison.Ordinal);

        File.Delete(Path.Combine(Challenge, "secret", "answers.csv"));
        Assert.Equal((1, false), Said(Run("judge", sample, "--challenge", Challenge, "--json")));
        Assert.Equal(2, Run("judge", "nothing.csv", "--challenge", Challenge).ExitCode);
        Assert.Equal(2, Run("new", "challenge", Challenge, "--table", answers).ExitCode);
    }

    private static (int ExitCode, bool Scored) Said(EndedProcess run)
    {
        JsonElement said = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(run.ExitCode == 0, said.GetProperty("accepted").GetBoolean());
        return (run.ExitCode, said.GetProperty("scored").GetBoolean());
    }

    private static EndedProcess Run(params string[] arguments)
    {
        string configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        string program = Path.Combine(Repository.Root, "artifacts", "bin", "Cli", configuration, "evaluator");
        return EndedProcess.Of(program, arguments);
    }
}
