using System.Diagnostics;

namespace Evaluator.Specs.Cli;

/// <summary>
/// The web process is a program of its own, which the command line starts: where it is missing or odd, that is said, with what to do.
/// </summary>
public sealed class BoardProgramSpecs(BoardProgramSpecs.CopiedEvaluator copied) : IClassFixture<BoardProgramSpecs.CopiedEvaluator>
{
    private static readonly Dictionary<string, (string? Text, bool MayRun, int ExitCode, string Said)> Forms = new(StringComparer.Ordinal)
    {
        ["that is missing"] = (null, false, 2, "the board's program is missing"),
        ["that may not be run"] = ("#!/bin/sh\n", false, 2, "can't be started"),
        ["that is empty"] = ("", true, 2, "can't be started"),
        ["that is no program"] = ("\u0001\u0002\u0003", true, 2, "can't be started"),
        ["that is killed"] = ("#!/bin/sh\nkill -9 $$\n", true, 3, "signal 9"),
        ["that fails"] = ("#!/bin/sh\necho not today >&2; exit 1\n", true, 1, "not today"),
    };

    public static TheoryData<string> All => [.. Forms.Keys];

    [Theory, MemberData(nameof(All))]
    public void An_odd_web_process_is_named(string form)
    {
        (string? text, bool mayRun, int exitCode, string said) = Forms[form];
        copied.Put(text, mayRun);
        EvaluatorProgram made = copied.Run("board", "new", Path.Combine(copied.Folder, "board-of-nobody"));
        Assert.True(made.ExitCode == exitCode, $"exit code {made.ExitCode}: {made.Output}{made.Error}");
        Assert.Contains(said, made.Error);
        Assert.DoesNotContain("   at ", made.Error);
    }

    [Theory]
    [InlineData("that is missing")]
    [InlineData("that is no program")]
    public void Serving_ends_and_says_so_too(string form)
    {
        copied.Put(Forms[form].Text, Forms[form].MayRun);
        EvaluatorProgram served = copied.Run("board", "serve", copied.Folder);
        Assert.True(served.ExitCode == 2, $"exit code {served.ExitCode}: {served.Output}{served.Error}");
        Assert.Contains(Forms[form].Said, served.Error);
        Assert.DoesNotContain("   at ", served.Error);
    }

    /// <summary>The command line alone, in a folder where nothing stands beside it.</summary>
    public sealed class CopiedEvaluator : IDisposable
    {
        public CopiedEvaluator() => FolderCopy.Make(Path.GetDirectoryName(EvaluatorProgram.Program)!, Path.Combine(Folder, "evaluator"));

        public string Folder { get; } = Directory.CreateTempSubdirectory("copied-evaluator-").FullName;

        private string Board => Path.Combine(Folder, "evaluator", "board", "Evaluator.Board");

        public void Put(string? text, bool mayRun)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Board)!);
            File.Delete(Board);
            if (text is null)
                return;
            File.WriteAllText(Board, text);
            File.SetUnixFileMode(Board, UnixFileMode.UserRead | (mayRun ? UnixFileMode.UserExecute : UnixFileMode.None));
        }

        internal EvaluatorProgram Run(params string[] arguments)
        {
            ProcessStartInfo start = new(Path.Combine(Folder, "evaluator", "evaluator"), arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using Process process = Process.Start(start)!;
            return EvaluatorProgram.End(process);
        }

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
