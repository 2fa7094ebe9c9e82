using System.Globalization;
using Evaluator.Confinement;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.Submissions;

namespace Evaluator.Specs.Languages;

public class CompilationSpecs : IDisposable
{
    private static readonly Limits Short = new(CpuSeconds: 2, WallSeconds: 60, MemoryMebibytes: 2048);

    /// <summary>800 million steps, each constant within g++'s own limit of them.</summary>
    private const string TemplateBomb = """
        template <int N> constexpr long burn() {
            long s = N; for (int i = 0; i < 1000; i++) for (int j = 0; j < 1000; j++) s += i ^ j; return s; }
        template <int N> struct Bomb {
            static constexpr long value = burn<N>() + Bomb<N - 1>::value; };
        template <> struct Bomb<0> { static constexpr long value = 0; };
        long boom = Bomb<800>::value;
        """;

    /// <summary>2^28 classes, all kept.</summary>
    private const string MemoryBomb = """
        template <int Depth, long Path> struct Bomb {
            static constexpr long value = Bomb<Depth - 1, 2 * Path>::value + Bomb<Depth - 1, 2 * Path + 1>::value; };
        template <long Path> struct Bomb<0, Path> { static constexpr long value = Path; };
        long boom = Bomb<28, 1>::value;
        """;

    private readonly HandedInFolder folder = new();

    [Theory]
    [MemberData(nameof(Toolchains.All), MemberType = typeof(Toolchains))]
    public void A_source_becomes_a_submission_whose_hash_is_that_of_the_source(Language language)
    {
        Toolchains.Require(language);
        string path = folder.AddPlain(language);
        Submission submission = Desk.Accept(path);
        Assert.Equal(language, submission.Language);
        Assert.Equal("BostonRiskPredictor", submission.ClassName);
        Assert.Equal([Path.GetFileName(path)], submission.Files.Select(file => file.Name));
        Assert.NotNull(submission.Compiler);
        Assert.Equal(ContentHash.Of([new ClosureFile(Path.GetFileName(path), File.ReadAllBytes(path))]), submission.Sha256);
    }

    [Theory]
    [InlineData(Language.CSharp)]
    [InlineData(Language.VisualBasic)]
    [InlineData(Language.Cpp)]
    [InlineData(Language.Java)]
    public void A_source_compiles_behind_landlock_alone(Language language)
    {
        Toolchains.Require(language);
        Assert.NotNull(Submission.Open(folder.AddPlain(language), null, Desk.Workshop(level: 1), out string? rejection));
        Assert.Null(rejection);
    }

    [Theory]
    [InlineData(Language.CSharp, "class Odd : Nonsense { }", "^Plain.cs\\(1,13\\): error CS0246: The type or namespace name 'Nonsense'")]
    [InlineData(Language.VisualBasic, "Inherits Nonsense", "^Plain.vb\\(1\\) : error BC[0-9]+: ")]
    [InlineData(Language.Cpp, "nonsense;", "^Plain.cpp:3:1: error: .nonsense. does not name a type")]
    [InlineData(Language.Java, "nonsense;", "^BostonRiskPredictor.java:1: error: ")]
    public void A_compilers_errors_come_back_as_it_wrote_them(Language language, string mistake, string expected)
    {
        Toolchains.Require(language);
        string rejection = Desk.Rejection(folder.AddPlain(language, mistake));
        Assert.Matches(@"^the compilation failed \((C\+\+17, g\+\+|C# in|Visual Basic in|Java \d+, javac) .*\):\n", rejection);
        Assert.Matches($"(?m){expected}", rejection);
        Assert.DoesNotContain("/source", rejection);
    }

    [Theory]
    [InlineData(Language.CSharp, "a public method `predict` of the form double[](string,int,string[]) is needed")]
    [InlineData(Language.VisualBasic, "a public method `predict` of the form double[](string,int,string[]) is needed")]
    [InlineData(Language.Cpp, "needs a public method: vector<double> predict(string BG_ID, int month, vector<string> locations)")]
    [InlineData(Language.Java, "a public method double[] predict(String, int, String[]) is needed")]
    public void A_wrong_signature_is_rejected_with_the_right_one(Language language, string expected)
    {
        Toolchains.Require(language);
        string source = HandedInFolder.PlainSource(language).Replace("@BEFORE@", "", StringComparison.Ordinal)
            .Replace("predict(string BG_ID, int month", "predict(string BG_ID, long month", StringComparison.Ordinal)
            .Replace("predict(BG_ID As String, month As Integer", "predict(BG_ID As String, month As Long", StringComparison.Ordinal)
            .Replace("predict(std::string BG_ID, int month", "predict(std::string BG_ID", StringComparison.Ordinal)
                .Replace("locations.size() * (month == 9 || month == 11 ? 30 : 31)", "locations.size()", StringComparison.Ordinal)
            .Replace("predict(String BG_ID, int month", "predict(String BG_ID, double month", StringComparison.Ordinal);
        Assert.Contains(expected, Desk.Rejection(folder.Add("Wrong" + Toolchains.ExtensionOf(language), source)));
    }

    [Theory]
    [MemberData(nameof(Toolchains.All), MemberType = typeof(Toolchains))]
    public void A_missing_class_is_rejected(Language language)
    {
        Toolchains.Require(language);
        string source = HandedInFolder.PlainSource(language).Replace("@BEFORE@", "", StringComparison.Ordinal)
            .Replace("public class BostonRiskPredictor", "class Another", StringComparison.Ordinal)
            .Replace("BostonRiskPredictor", "Another", StringComparison.Ordinal);
        Assert.Contains("class `BostonRiskPredictor` is needed; found none",
            Desk.Rejection(folder.Add("Missing" + Toolchains.ExtensionOf(language), source)));
    }

    [Fact]
    public void A_template_bomb_ends_at_the_time_limit()
    {
        Toolchains.Require(Language.Cpp);
        AssertEndsAtItsLimit(Language.Cpp, TemplateBomb, Short);
    }

    [Fact]
    public void A_java_bomb_ends_at_the_time_limit()
    {
        Toolchains.Require(Language.Java);
        // Two inference variables an entry, each held against all others: three hundred entries already take 49 s.
        string entries = string.Join(", ",
            Enumerable.Range(0, 1000).Select(number => $"java.util.Map.entry({(number % 2 == 0 ? "1" : "'c'")}, {number}L)"));
        AssertEndsAtItsLimit(Language.Java, $"class Bomb {{ static Object boom() {{ return java.util.Map.ofEntries({entries}); }} }}",
            Short with { CpuSeconds = 4 });
    }

    /// <summary>Each lambda is bound anew for every overload that it could be meant for: 4^14 times the innermost.</summary>
    [Theory]
    [InlineData(Language.CSharp, "static class Bomb {{ {0} static int Boom() => {1}; }}", "static int Pick(Func<{0}, int> f) => 1;",
        "Pick(x{0} => {1})")]
    [InlineData(Language.VisualBasic, "Module Bomb\n{0}\nFunction Boom() As Integer\nReturn {1}\nEnd Function\nEnd Module\n",
        "Function Pick(f As Func(Of {0}, Integer)) As Integer\nReturn 1\nEnd Function\n", "Pick(Function(x{0}) {1})")]
    public void A_lambda_bomb_ends_at_the_time_limit(Language language, string bomb, string overload, string call)
    {
        Toolchains.Require(language);
        string nested = "1";
        for (int depth = 0; depth < 14; depth++)
            nested = string.Format(CultureInfo.InvariantCulture, call, depth, nested);
        IEnumerable<string> overloads =
            ((string[])["Int32", "String", "Int64", "Double"]).Select(type => string.Format(CultureInfo.InvariantCulture, overload, type));
        AssertEndsAtItsLimit(language, string.Format(CultureInfo.InvariantCulture, bomb, string.Concat(overloads), nested),
            Short with { CpuSeconds = 4 });
    }

    [Fact]
    public void A_compiler_that_takes_too_much_memory_is_stopped()
    {
        Toolchains.Require(Language.Cpp);
        Assert.Equal("the compilation used more than 128 MiB of memory.",
            Desk.Rejection(folder.AddPlain(Language.Cpp, MemoryBomb),
                limits: new Limits(CpuSeconds: 60, WallSeconds: 120, MemoryMebibytes: 128)));
    }

    [Fact]
    public void The_endless_output_of_a_compiler_is_cut()
    {
        Toolchains.Require(Language.Cpp);
        const string chatter = "#if __INCLUDE_LEVEL__ < 60\n#pragma message \"and so on\"\n#include __FILE__\n#include __FILE__\n#endif\n";
        string rejection = Desk.Rejection(folder.AddPlain(Language.Cpp, chatter), limits: Short);
        Assert.Equal("the compilation took more than 2 s of CPU time.", rejection);
        string many = string.Concat(Enumerable.Range(0, 2000).Select(i => $"nonsense{i} x{i};\n"));
        Assert.Matches(@"… and [\d,]+ lines more$", Desk.Rejection(folder.AddPlain(Language.Cpp, many)));
    }

    [Theory]
    [InlineData(Language.CSharp, "static class Big { public static string Text = \"@BIG@\"; }")]
    [InlineData(Language.Cpp,
        "int big(int i) { static const char text[] = \"@BIG@\"; return text[i]; } "
        + "int (*use)(int) = big; static char more[600000] = {1}; char* usemore(int i) { return more + i; }")]
    public void A_binary_over_a_megabyte_is_rejected(Language language, string before)
    {
        Toolchains.Require(language);
        string big = new('x', 700_000);
        Assert.Contains("at most 1,000,000 are allowed",
            Desk.Rejection(folder.AddPlain(language, before.Replace("@BIG@", big, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_folder_of_several_cpp_files_is_compiled_together()
    {
        Toolchains.Require(Language.Cpp);
        folder.Add("numbers/half.h", "double half(int i);");
        folder.Add("numbers/half.cpp", "#include \"half.h\"\ndouble half(int i) { return i / 2.0; }");
        folder.AddPlain(Language.Cpp, "#include \"numbers/half.h\"\nstatic double two = half(4);");
        Assert.Equal(3, Desk.Accept(folder.Path).Files.Count);
    }

    [Fact]
    public void What_the_linker_misses_is_said_at_once()
    {
        Toolchains.Require(Language.Cpp);
        Assert.Contains("undefined reference to `half(int)'",
            Desk.Rejection(folder.AddPlain(Language.Cpp, "double half(int i); static double two = half(4);")));
    }

    [Fact]
    public void A_java_folder_with_packages_is_compiled_together()
    {
        Toolchains.Require(Language.Java);
        folder.Add("team/Half.java", "package team; class Half { static double of(int i) { return i / 2.0; } }");
        folder.Add("team/BostonRiskPredictor.java",
            HandedInFolder.PlainSource(Language.Java).Replace("@BEFORE@", "package team;", StringComparison.Ordinal));
        Assert.Equal("team.BostonRiskPredictor", Desk.Accept(folder.Path).ClassName);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>
    /// With the contest's limits, which the soak waits for, some of the bombs are out of memory before they are out of time.
    /// </summary>
    private void AssertEndsAtItsLimit(Language language, string bomb, Limits shortened)
    {
        Limits limits = Soak.IsOn ? Workshop.Official : shortened;
        Assert.Matches($"^the compilation (took more than {limits.CpuSeconds} s of CPU time|used more than {limits.MemoryMebibytes} MiB "
            + "of memory)\\.$",
            Desk.Rejection(folder.AddPlain(language, bomb), limits: limits));
    }
}
