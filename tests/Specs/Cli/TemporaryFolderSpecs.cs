using System.Diagnostics;

namespace Evaluator.Specs.Cli;

/// <summary>Temporary folders that are not this user's alone, or not there: what lies in them ends no command.</summary>
public sealed class TemporaryFolderSpecs : IDisposable
{
    private const string Somebody = "12345";

    private readonly string folder = Directory.CreateTempSubdirectory("temporary-").FullName;

    [Fact]
    public void One_that_is_not_there_is_no_reason_to_crash()
    {
        using Process process = EvaluatorProgram.Start(
            new Dictionary<string, string> { ["TMPDIR"] = Path.Combine(folder, "gone") }, "show", Path.Combine(folder, "no-run"));
        EvaluatorProgram ended = EvaluatorProgram.End(process);
        Assert.True(ended.ExitCode == 2, ended.Error);
        Assert.DoesNotContain("   at ", ended.Error);
    }

    /// <summary>In a folder where only owners may remove what is theirs, as /tmp is.</summary>
    [Fact]
    public void What_another_user_s_process_of_the_same_number_left_stays_and_harms_nobody()
    {
        Assert.SkipUnless(Environment.UserName == "root", "only root can leave something as one user and come as another");
        Assert.SkipUnless(AsSomebody("test", "-x", EvaluatorProgram.Program).ExitCode == 0, "another user can't reach what was built here");
        File.SetUnixFileMode(folder, (UnixFileMode)0b1_111_111_111);
        ProcessStartInfo start = Command("sh", "-c", "read go; exec \"$0\" show /no-run", EvaluatorProgram.Program);
        start.RedirectStandardInput = start.RedirectStandardError = start.RedirectStandardOutput = true;
        start.Environment["TMPDIR"] = folder;
        using Process process = Process.Start(start)!;
        // setpriv and the shell become what they start, so its number is known before it starts.
        string door = Path.Combine(folder, $"clr-debug-pipe-{process.Id}-1-out");
        File.WriteAllText(door, "");
        process.StandardInput.WriteLine();
        EvaluatorProgram ended = EvaluatorProgram.End(process);
        Assert.True(ended.ExitCode == 2, ended.Error);
        Assert.True(File.Exists(door));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static EndedProcess AsSomebody(params string[] command) => EndedProcess.Of(Command(command));

    private static ProcessStartInfo Command(params string[] command) =>
        new("setpriv", ["--reuid", Somebody, "--regid", Somebody, "--clear-groups", .. command]);
}
