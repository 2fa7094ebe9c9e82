using System.Text;
using Evaluator.Confinement.Languages;

namespace Evaluator.Specs.Languages;

/// <summary>What a submission may try while it is compiled: it gets to see nothing, and leaves nothing.</summary>
public class CompileTimeAttackSpecs : IDisposable
{
    private const string Secret = "secret_of_september";

    private readonly HandedInFolder folder = new();
    private readonly HandedInFolder data = new();
    private readonly string secretFile;

    public CompileTimeAttackSpecs() => secretFile = data.Add("emergencies-1-9.csv", Secret);

    [Theory]
    [InlineData("#include \"@SECRET@\"")]
    [InlineData("#include </etc/passwd>")]
    [InlineData("#if __has_include(\"@SECRET@\")\n#else\n#error it is not to be seen\n#endif")]
    [InlineData("asm(\".incbin \\\"@SECRET@\\\"\");")]
    [InlineData("asm(\".include \\\"@SECRET@\\\"\");")]
    public void Cpp_can_include_nothing_from_outside(string attack)
    {
        RequireWalls(Language.Cpp);
        AssertNothingIsSeen(
            Desk.Rejection(folder.AddPlain(Language.Cpp, attack.Replace("@SECRET@", secretFile, StringComparison.Ordinal))));
    }

    /// <summary>All of them stood in the way once: a search that parts a name in every way takes 2^n steps for n letters.</summary>
    [Theory]
    [InlineData("class AHelperWhoseNameIsLongerThanThatOfMostOthersThereAre { };")]
    [InlineData("class a b c d e f g h i j k l m n o p q r s t u v w x y z aa bb cc dd ee ff gg hh ii jj kk ll mm nn oo pp;")]
    [InlineData("struct alignas(8) alignas(8) alignas(8) alignas(8) alignas(8) alignas(8) alignas(8) alignas(8) alignas(8) alignas(8) "
        + "alignas(8) alignas(8) alignas(8) alignas(8) alignas(8) alignas(8) alignas(8) alignas(8) alignas(8) alignas(8) Other { };")]
    [InlineData("class __attribute__((a)) __attribute__((a)) __attribute__((a)) __attribute__((a)) __attribute__((a)) __attribute__((a)) "
        + "__attribute__((a)) __attribute__((a)) __attribute__((a)) __attribute__((a)) __attribute__((a)) __attribute__((a)) Other { };")]
    public void No_class_before_the_predictors_makes_the_search_for_it_long(string before)
    {
        // Where g++ does not look, but the search does.
        Toolchains.Require(Language.Cpp);
        Desk.Accept(folder.AddPlain(Language.Cpp, $"#if 0\n{before}\n#endif"));
    }

    [Theory]
    [InlineData("class __attribute__((visibility(\"default\"))) BostonRiskPredictor")]
    [InlineData("#define PLAIN(x)\nclass PLAIN(1) alignas(16) [[maybe_unused]] BostonRiskPredictor final")]
    [InlineData("class __attribute__((aligned(sizeof(int) * (2)), unused)) BostonRiskPredictor")]
    public void The_predictors_class_is_found_behind_what_may_stand_before_its_name(string declared)
    {
        Toolchains.Require(Language.Cpp);
        string source = HandedInFolder.PlainSource(Language.Cpp).Replace("@BEFORE@", "", StringComparison.Ordinal)
            .Replace("class BostonRiskPredictor", declared, StringComparison.Ordinal);
        Desk.Accept(folder.Add("Plain.cpp", source));
    }

    [Fact]
    public void Cpp_sources_may_not_be_links_to_what_is_outside()
    {
        RequireWalls(Language.Cpp);
        folder.AddPlain(Language.Cpp, "#include \"data.h\"");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "data.h"), secretFile);
        AssertNothingIsSeen(Desk.Rejection(folder.Path));
    }

    [Theory]
    [InlineData(Language.CSharp, "[assembly: System.Reflection.AssemblyKeyFile(\"@SECRET@\")]")]
    [InlineData(Language.VisualBasic, "<Assembly: System.Reflection.AssemblyKeyFile(\"@SECRET@\")>")]
    public void DotNet_attributes_read_no_file_from_outside(Language language, string attack)
    {
        RequireWalls(language);
        AssertNothingIsSeen(Desk.Rejection(folder.AddPlain(language, attack.Replace("@SECRET@", secretFile, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_project_file_beside_csharp_sources_runs_no_target()
    {
        RequireWalls(Language.CSharp);
        string left = Path.Combine(data.Path, "left-behind");
        folder.AddPlain(Language.CSharp);
        string project = $"<Project Sdk=\"Microsoft.NET.Sdk\"><Target Name=\"Evil\" BeforeTargets=\"CoreCompile\"><Exec Command=\"touch "
            + $"{left}\" /></Target></Project>";
        folder.Add("Plain.csproj", project);
        folder.Add("Directory.Build.targets", project);
        folder.Add(".editorconfig", "root = true");
        Desk.Accept(folder.Path);
        Assert.False(File.Exists(left));
    }

    [Fact]
    public void An_annotation_processor_among_java_sources_does_not_run()
    {
        RequireWalls(Language.Java);
        folder.Add("META-INF/services/javax.annotation.processing.Processor", "Evil");
        folder.Add("Evil.java", """
            import java.util.Set;
            import javax.annotation.processing.*;
            import javax.lang.model.element.TypeElement;
            @SupportedAnnotationTypes("*")
            public class Evil extends AbstractProcessor {
                static { System.err.println("it runs"); System.exit(7); }
                public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) { return true; }
            }
            """);
        folder.Add("BostonRiskPredictor.java", HandedInFolder.PlainSource(Language.Java).Replace("@BEFORE@", "", StringComparison.Ordinal));
        Desk.Accept(folder.Path);
    }

    [Fact]
    public void Looking_at_a_java_class_runs_none_of_it()
    {
        RequireWalls(Language.Java);
        string source = HandedInFolder.PlainSource(Language.Java).Replace("@BEFORE@", "", StringComparison.Ordinal)
            .Replace("Predictor {", "Predictor { static { System.err.println(\"it runs\"); System.exit(7); }", StringComparison.Ordinal);
        Desk.Accept(folder.Add("BostonRiskPredictor.java", source));
    }

    public void Dispose()
    {
        folder.Dispose();
        data.Dispose();
    }

    private static void RequireWalls(Language language)
    {
        Toolchains.Require(language);
        if (!Desk.HasWalls)
            Assert.Skip("no bubblewrap here: what a compiler sees is held by it");
    }

    private static void AssertNothingIsSeen(string rejection)
    {
        Assert.DoesNotContain(Secret, rejection);
        Assert.DoesNotContain("root:", rejection);
        Assert.Matches(@"^the compilation failed \(.*\):", rejection);
    }
}
