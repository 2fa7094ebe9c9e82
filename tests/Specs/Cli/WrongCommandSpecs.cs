using Evaluator.Specs.Contest;

namespace Evaluator.Specs.Cli;

/// <summary>What is said to whoever types something wrong: at most eight lines, no stack trace, and the word that was wrong.</summary>
public sealed class WrongCommandSpecs : IDisposable
{
    private const int MostLines = 8;

    private readonly string folder = Directory.CreateTempSubdirectory("wrong-command-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>The arguments, separated by blanks, and what standard error must say.</summary>
    public static TheoryData<string, string> Wrong => new()
    {
        { "runn {zero} --data {data}", "there is no command runn; did you mean run?" },
        { "frobnicate", "there is no command frobnicate" },
        { "run {zero} --dta {data}", "there is no option --dta; did you mean --data?" },
        { "run {zero} --data {data} --worker 2", "did you mean --workers?" },
        { "run {zero} {zero} --data {data}", "is one argument more than `evaluator run` takes" },
        { "run --data {data}", "a PREDICTOR is needed" },
        { "run {zero}", "--data is needed" },
        { "run {zero} --data", "--data" },
        { "run {zero} --data {folder}/none", "none" },
        { "run {folder}/none.dll --data {data}", "none.dll" },
        { "run {zero} --data {data} --set exmple", "did you mean example?" },
        { "run {zero} --data {data} --case 12", "12" },
        { "run {zero} --data {data} --workers 0", "--workers" },
        { "run {zero} --data {data} --workers two", "--workers" },
        { "run {zero} --data {data} --months 8-5", "--months" },
        { "run {zero} --data {data} --language cobol", "cobol" },
        { "run {zero} --data {data} --resume", "--resume needs --out" },
        { "run {zero} --data {data} --sandbox 9", "--sandbox" },
        { "run {zero} --data {data} --shard 1/2", "--shard" },
        { "run {zero} --data {data} --oracle {zero}", "is no oracle file" },
        { "run --plan {folder}", "no run" },
        { "compare {folder}", "compare" },
        { "compare {folder} {folder} --jsn", "there is no option --jsn; did you mean --json?" },
        { "show {folder}/none", "none" },
        { "show --cas 3", "there is no option --cas; did you mean --case?" },
        { "standings {folder}", "is no run folder and holds none" },
        { "merge", "merge" },
        { "replay {folder} --case 1", "no run" },
        { "rescore {folder} --data {data}", "no run" },
        { "export {folder}", "no run" },
        { "new cobol {folder}/kit", "cobol" },
        { "slurm", "a command is needed: submit, status, resume" },
        { "slurm stats {folder}", "did you mean status?" },
        { "board serv {folder}", "did you mean serve?" },
        { "validate {folder}/none.cpp", "none.cpp" },
        { "check {folder}/none", "none" },
        { "generate", "generate" },
        { "run {folder} --data {data}", "found Zero.dll: name the file" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_command_is_answered_shortly_with_exit_code_2(string line, string said)
    {
        using SmallPackage package = SmallPackage.OfEqualCases(1);
        File.Copy(EvaluatorProgram.Predictor("Zero"), Path.Combine(folder, "Zero.dll"));
        EvaluatorProgram ended = EvaluatorProgram.Run([.. line.Split(' ').Select(word => word
            .Replace("{zero}", EvaluatorProgram.Predictor("Zero")).Replace("{data}", package.Folder).Replace("{folder}", folder))]);

        Assert.True(ended.ExitCode == 2, $"{line}: exit code {ended.ExitCode}\n{ended.Error}{ended.Output}");
        Assert.Contains(said, ended.Error);
        Assert.DoesNotContain("   at ", ended.Error);
        Assert.InRange(ended.Error.TrimEnd().Split('\n').Length, 1, MostLines);
        Assert.Equal("", ended.Output);
    }
}
