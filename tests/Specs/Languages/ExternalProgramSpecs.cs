using System.Diagnostics;
using Evaluator.Confinement;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.Workers;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Harness;

namespace Evaluator.Specs.Languages;

/// <summary>
/// Every program of the machine's that the evaluator starts, first on the search path in another form than was meant. Whatever it does, a
/// competitor is never charged: another one behind it is taken, or the run says what is wrong with the machine and nothing is Rejected.
/// </summary>
public sealed class ExternalProgramSpecs : IDisposable
{
    /// <summary>All that the evaluator starts, or shows to a compiler, by the language of the submission that needs it.</summary>
    private static readonly Dictionary<Language, string[]> Programs = new()
    {
        [Language.CSharp] = ["bwrap", "dotnet", "csc", "chmod", "rm", "sh", "cat", "unshare"],
        [Language.Cpp] = ["bwrap", "g++", "as", "ld", "collect2", "sh", "cat"],
        [Language.Java] = ["bwrap", "javac", "java", "jar", "g++", "as", "ld", "sh", "cat"],
    };

    private static readonly Dictionary<string, string> Forms = new(StringComparer.Ordinal)
    {
        ["that fails"] = "#!/bin/sh\necho not today >&2; exit 1\n",
        ["that is killed"] = "#!/bin/sh\nkill -9 $$\n",
        ["that is no program"] = "\u0001\u0002\u0003",
        ["that is empty"] = "",
        ["that wraps the real one"] = "#!/bin/sh\nexec /usr/bin/@NAME@ \"$@\"\n",
        ["that is ccache under its name"] =
            "#!/bin/sh\ncase ${0##*/} in ccache) exit 1;; *) exec /usr/bin/\"${0##*/}\" \"$@\";; esac\n",
    };

    private readonly SmallPackage package = SmallPackage.OfEqualCases(1);
    private readonly HandedInFolder folder = new();

    public static TheoryData<Language, string> Situations
    {
        get
        {
            var situations = new TheoryData<Language, string>();
            foreach (Language language in Programs.Keys)
            {
                foreach (string form in Forms.Keys)
                    situations.Add(language, form);
            }
            return situations;
        }
    }

    [Theory, MemberData(nameof(Situations))]
    public void Programs_in_front_of_the_real_ones_cost_no_competitor_anything(Language language, string form)
    {
        Toolchains.Require(language);
        string predictor = folder.AddPlain(language), bin = Path.Combine(folder.Path, "bin");
        foreach (string program in Programs[language])
            Put(bin, program, form);
        EvaluatorProgram run = Run(predictor, $"{bin}:{Environment.GetEnvironmentVariable("PATH")}");
        Assert.True(run.ExitCode == 0, $"exit code {run.ExitCode}: {run.Error} {run.Output}");
        Assert.Contains("Accepted 1", run.Output);
    }

    [Fact]
    public void A_compiler_that_is_killed_is_tried_three_times_and_is_then_a_fault_of_the_machine()
    {
        string tries = Path.Combine(folder.Path, "tries");
        HarnessFaultException fault = Assert.Throws<HarnessFaultException>(() => Compile($"echo x >> {tries}; kill -9 $$", 20));
        Assert.Contains("3 times", fault.Message);
        Assert.Equal(3, File.ReadAllLines(tries).Length);
    }

    [Theory]
    [InlineData("exec /nowhere/compiler")]
    [InlineData("exec /dev/null")]
    public void A_compiler_that_never_starts_is_a_fault_of_the_machine(string command) =>
        Assert.Throws<HarnessFaultException>(() => Compile(command, 20));

    [Fact]
    public void A_compiler_that_our_limit_ends_is_a_fault_of_the_source() =>
        Assert.Contains("of CPU time", Assert.Throws<SubmissionRejectedException>(() => Compile("while :; do :; done", 0.3)).Message);

    [Fact]
    public void A_compiler_that_refuses_what_it_took_yesterday_is_a_fault_of_the_machine()
    {
        Toolchains.Require(Language.Cpp);
        string predictor = folder.AddPlain(Language.Cpp);
        EvaluatorProgram run = Hidden("/usr/bin/as", predictor);
        Assert.True(run.ExitCode is 2 or 3, $"exit code {run.ExitCode}: {run.Error} {run.Output}");
        Assert.DoesNotContain("Rejected", run.Output + run.Error);
    }

    [Theory]
    [InlineData("/usr/bin/g++", Language.Cpp, "apt-get install g++")]
    [InlineData("/usr/bin/ld", Language.Cpp, "apt-get install g++")]
    [InlineData("/usr/bin/javac", Language.Java, "install a JDK")]
    public void A_missing_compiler_is_named_with_how_to_get_it_before_anything_runs(string program, Language language, string advice)
    {
        Toolchains.Require(language);
        EvaluatorProgram run = Hidden(program, folder.AddPlain(language), with: "/dev/null");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(advice, run.Error);
        Assert.Equal(2, run.Error.Trim().Split('\n').Length);    // the sandbox, and what is missing
    }

    public void Dispose()
    {
        package.Dispose();
        folder.Dispose();
    }

    /// <summary>A shell line as the compiler, with no walls around it.</summary>
    private static void Compile(string command, double cpuSeconds) =>
        new Workshop(SandboxMeans.Detect(0), new Limits(cpuSeconds, 60, 512), TestContext.Current.CancellationToken).Run(
            new ConfinedProgram(
                CompilerShell.Command("made", ["/bin/sh", "-c", command]), CompilerShell.Shown(), CompilerShell.Environment())
            { StartsProcesses = true },
            "the compilation");

    private void Put(string bin, string program, string form)
    {
        string path = folder.Add($"bin/{program}", Forms[form].Replace("@NAME@", program, StringComparison.Ordinal));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (!form.Contains("ccache", StringComparison.Ordinal))
            return;
        File.Move(path, Path.Combine(bin, "ccache"), overwrite: true);
        File.CreateSymbolicLink(path, "ccache");
    }

    private EvaluatorProgram Run(string predictor, string searchPath)
    {
        var environment = new Dictionary<string, string> { ["PATH"] = searchPath };
        using Process process = EvaluatorProgram.Start(environment, Arguments(predictor));
        return EvaluatorProgram.End(process);
    }

    /// <summary>Runs where another file stands over a program of the machine's: in a mount namespace, so for nobody else.</summary>
    private EvaluatorProgram Hidden(string program, string predictor, string with = "/bin/false")
    {
        if (!Environment.IsPrivilegedProcess)
            Assert.Skip("only root can put a file over a program of the machine's");
        const string script = """for f in $(readlink -f "$1") "$1"; do mount --bind "$2" "$f" || exit 77; done; shift 2; exec "$@" """;
        var start = new ProcessStartInfo(
            "unshare", ["--mount", "/bin/sh", "-c", script, "sh", program, with, EvaluatorProgram.Program, .. Arguments(predictor)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        EvaluatorProgram run = EvaluatorProgram.End(process);
        if (run.ExitCode == 77)
            Assert.Skip("no mounts here");
        return run;
    }

    private string[] Arguments(string predictor) =>
        ["run", predictor, "--data", package.Folder, "--out", Path.Combine(folder.Path, "run"), "--workers", "1"];
}
