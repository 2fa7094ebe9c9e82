namespace Evaluator.Specs.Report;

public sealed class StarterKitSpecs : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("starter-kit-").FullName;

    [Theory, InlineData("cs"), InlineData("vb")]
    public void A_kit_bears_its_name_and_leaves_no_blank(string language)
    {
        string kit = Path.Combine(folder, "kit");
        EvaluatorProgram made = EvaluatorProgram.Run("new", language, kit, "--name", "Oracle9");
        Assert.Equal(0, made.ExitCode);
        string[] files = [.. Directory.EnumerateFiles(kit).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        Assert.Equal([".gitignore", $"BostonRiskPredictor.{language}", $"Oracle9.{language}proj", $"Program.{language}", "README.md",
            $"Tests.{language}"], files);
        ForEvery.In(files, file => Assert.DoesNotContain("KIT", File.ReadAllText(Path.Combine(kit, file)), StringComparison.Ordinal));
    }

    [Theory, InlineData("cpp"), InlineData("java")]
    public void A_kit_without_a_project_file_is_run_by_a_script(string language)
    {
        string kit = Path.Combine(folder, "kit");
        EvaluatorProgram made = EvaluatorProgram.Run("new", language, kit);
        Assert.Equal(0, made.ExitCode);
        Assert.Contains("./run.sh test", made.Output, StringComparison.Ordinal);
        string[] files = [.. Directory.EnumerateFiles(kit).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        Assert.Equal([".gitignore", $"BostonRiskPredictor.{language}", "README.md", $"Tests.{language}", "run.sh"], files);
        ForEvery.In(files, file => Assert.DoesNotContain("KIT", File.ReadAllText(Path.Combine(kit, file)), StringComparison.Ordinal));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(kit, "run.sh")).HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public void A_kit_overwrites_nothing()
    {
        File.WriteAllText(Path.Combine(folder, "mine.txt"), "precious");
        EvaluatorProgram refused = EvaluatorProgram.Run("new", "cs", folder, "--name", "Mine");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("not empty", refused.Error, StringComparison.Ordinal);
        Assert.Equal(["mine.txt"], Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)));
    }

    [Fact]
    public void A_language_without_a_kit_is_refused_with_those_that_have_one()
    {
        EvaluatorProgram refused = EvaluatorProgram.Run("new", "cobol", Path.Combine(folder, "kit"));
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("cpp, cs, java, vb", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_no_program_can_have_is_refused()
    {
        EvaluatorProgram refused = EvaluatorProgram.Run("new", "cs", Path.Combine(folder, "kit"), "--name", "9 lives");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--name", refused.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
