using Evaluator.Confinement;
using Evaluator.Confinement.Languages;
using Evaluator.Harness.Records;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Languages;

namespace Evaluator.Specs.Harness;

/// <summary>
/// A crash says where it happened: all frames of the predictor, with files and lines of what was handed in, in every language.
/// </summary>
public sealed class CrashSpecs
{
    [Theory]
    [InlineData(Language.CSharp, "Plain.cs", "System.IndexOutOfRangeException", "Model.Fill")]
    [InlineData(Language.VisualBasic, "Plain.vb", "System.IndexOutOfRangeException", "Model.Fill")]
    [InlineData(Language.Java, "BostonRiskPredictor.java", "java.lang.ArrayIndexOutOfBoundsException", "Model.fill")]
    [InlineData(Language.Cpp, "Plain.cpp", "std::out_of_range", "Model::fill(int)")]
    public void An_exception_is_told_with_its_frames_and_their_lines(Language language, string file, string type, string method)
    {
        CaseResult result = Crash(language, ThrowingModelIn(language), out string source);
        Assert.Equal((Verdict.Crashed, "exception"), (result.Verdict, result.Reason));
        string[] lines = result.Detail!.Split('\n');
        string thrown = $"{method} ({file}:{LineOf(source, "THROWS")})";
        Assert.StartsWith($"predict(9): {type}: ", lines[0]);
        Assert.EndsWith($" at {thrown}", lines[0]);
        Assert.Contains($"   at {thrown}", lines);
        Assert.Matches($@"^   at BostonRiskPredictor(\.|::)predict.* \({file}:{LineOf(source, "CALLS")}\)$", lines[^1]);
    }

    [Theory]
    [InlineData("int* nowhere = nullptr; asm volatile(\"\" : \"+r\"(nowhere)); *nowhere = n;", "exit code 139: SIGSEGV", "SIGSEGV: ", 0)]
    [InlineData("std::abort();", "exit code 134: SIGABRT", "SIGABRT: abort()", 2)]
    public void A_fatal_signal_is_told_with_its_name_and_its_frames(string body, string code, string said, int library)
    {
        CaseResult result = Crash(Language.Cpp, ModelIn(Language.Cpp, body), out string source);
        Assert.Equal((Verdict.Crashed, "exit"), (result.Verdict, result.Reason));
        string[] lines = result.Detail!.Split('\n');
        Assert.Equal($"predict(9): the process ended before it replied ({code}); it printed:", lines[0]);
        Assert.StartsWith(said, lines[1]);
        Assert.InRange(lines.Length, 4, 4 + library);
        Assert.Equal($"   at Model::fill(int) (Plain.cpp:{LineOf(source, "THROWS")})", lines[^2]);
        Assert.Matches($@"^   at BostonRiskPredictor::predict.* \(Plain\.cpp:{LineOf(source, "CALLS")}\)$", lines[^1]);
    }

    [Fact]
    public void An_exception_that_the_predictor_catches_itself_is_its_own_affair()
    {
        Toolchains.Require(Language.Cpp);
        string body = "try { std::vector<double>().at(n) = 1; } catch (const std::exception&) { }";
        CaseResult result = Crash(Language.Cpp, ModelIn(Language.Cpp, body), out _);
        Assert.Equal((Verdict.Accepted, null), (result.Verdict, result.Detail));
    }

    [Fact]
    public void The_symbols_beside_an_assembly_tell_lines_and_belong_to_no_submission()
    {
        using var folder = new HandedInFolder();
        string source = folder.Add("Plain.cs", Source(Language.CSharp, ThrowingModelIn(Language.CSharp)));
        Build(folder, source);
        string assembly = Path.Combine(folder.Path, "built", "Built.dll");
        using SmallPackage package = SmallPackage.OfEqualCases(1);
        using (FinishedRun run = FinishedRun.Of(assembly, package.Open()))
        {
            Assert.Contains($"Plain.cs:{LineOf(File.ReadAllText(source), "THROWS")}", Assert.Single(run.Results).Detail);
            Assert.Empty(Directory.EnumerateFiles(run.Folder, "*.pdb", SearchOption.AllDirectories));
        }
        byte[] other = File.ReadAllBytes(typeof(CrashSpecs).Assembly.Location.Replace(".dll", ".pdb", StringComparison.Ordinal));
        File.WriteAllBytes(Path.ChangeExtension(assembly, ".pdb"), other);
        using FinishedRun without = FinishedRun.Of(assembly, package.Open());
        Assert.EndsWith("   at BostonRiskPredictor.predict", Assert.Single(without.Results).Detail);
    }

    private static CaseResult Crash(Language language, string model, out string source)
    {
        Toolchains.Require(language);
        using var folder = new HandedInFolder();
        source = Source(language, model);
        using SmallPackage package = SmallPackage.OfEqualCases(1);
        string name = language == Language.Java ? "BostonRiskPredictor.java" : "Plain" + Toolchains.ExtensionOf(language);
        using FinishedRun run = FinishedRun.Of(folder.Add(name, source), package.Open());
        return Assert.Single(run.Results);
    }

    /// <summary>The plain predictor, whose predict first asks the model.</summary>
    private static string Source(Language language, string model)
    {
        (string before, string after) = language switch
        {
            Language.CSharp => ("=> new double[", "{\n        new Model().Fill(month);    // CALLS\n        return new double["),
            Language.Java => ("{ return new double[", "{\n        new Model().fill(month);    // CALLS\n        return new double["),
            Language.VisualBasic => ("Return New Double(", "Call New Model().Fill(month)    ' CALLS\n        Return New Double("),
            _ => ("return std::vector<double>(", "Model().fill(month);    // CALLS\n        return std::vector<double>("),
        };
        string plain = HandedInFolder.PlainSource(language).Replace("@BEFORE@", model, StringComparison.Ordinal);
        Assert.Contains(before, plain);
        plain = plain.Replace(before, after, StringComparison.Ordinal);
        return language == Language.CSharp ? plain.Replace("* 4];", "* 4]; }", StringComparison.Ordinal) : plain;
    }

    private static string ThrowingModelIn(Language language) => ModelIn(language, language switch
    {
        Language.CSharp or Language.Java => "values[n] = 1;",
        Language.VisualBasic => "values(n) = 1",
        _ => "values.at(n) = 1;",
    });

    private static string ModelIn(Language language, string body) => language switch
    {
        Language.CSharp => $$"""
            class Model
            {
                private readonly double[] values = new double[3];
                public void Fill(int n)
                {
                    {{body}}    // THROWS
                }
            }
            """,
        Language.Java => $$"""
            class Model {
                private final double[] values = new double[3];
                void fill(int n) {
                    {{body}}    // THROWS
                }
            }
            """,
        Language.VisualBasic => $"""
            Class Model
                Private ReadOnly values(2) As Double
                Public Sub Fill(n As Integer)
                    {body}    ' THROWS
                End Sub
            End Class
            """,
        _ => $$"""
            #include <cstdlib>
            struct Model {
                std::vector<double> values = std::vector<double>(3);
                __attribute__((noinline)) void fill(int n) {
                    {{body}}    // THROWS
                }
            };
            """,
    };

    private static int LineOf(string source, string word) =>
        source[..source.IndexOf(word, StringComparison.Ordinal)].Count(c => c == '\n') + 1;

    /// <summary>An assembly with its PDB, as an editor builds one.</summary>
    private static void Build(HandedInFolder folder, string source)
    {
        string project = folder.Add("Built.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <DebugType>portable</DebugType>
              </PropertyGroup>
            </Project>
            """);
        Assert.True(File.Exists(source));
        EndedProcess build = EndedProcess.Of(
            "dotnet", "build", project, "-c", "Release", "-o", Path.Combine(folder.Path, "built"), "--nologo", "-v", "quiet",
            "-nodeReuse:false", "-p:UseSharedCompilation=false");
        Assert.True(build.ExitCode == 0, build.Said);
    }
}
