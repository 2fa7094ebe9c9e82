using Evaluator.Confinement.Languages;
using Evaluator.Confinement.Submissions;

namespace Evaluator.Specs.Languages;

public class DetectionSpecs : IDisposable
{
    private readonly HandedInFolder folder = new();

    [Theory]
    [InlineData("a.cs", Language.CSharp)]
    [InlineData("a.vb", Language.VisualBasic)]
    [InlineData("a.cpp", Language.Cpp)]
    [InlineData("a.CC", Language.Cpp)]
    [InlineData("a.java", Language.Java)]
    public void A_source_is_told_by_its_name(string name, Language expected) =>
        Assert.Equal(expected, HandedIn.Look(folder.Add(name, "anything"), null).Language);

    [Theory]
    [MemberData(nameof(Toolchains.All), MemberType = typeof(Toolchains))]
    public void A_source_without_a_telling_name_is_told_by_its_text(Language expected)
    {
        HandedIn handedIn =
            HandedIn.Look(
                folder.Add("solution.txt", HandedInFolder.PlainSource(expected).Replace("@BEFORE@", "", StringComparison.Ordinal)), null);
        Assert.Equal(expected, handedIn.Language);
        Assert.True(handedIn.IsSource);
        Assert.Single(handedIn.Files);
    }

    [Fact]
    public void Binaries_are_told_by_their_first_bytes_whatever_their_name()
    {
        HandedIn assembly = HandedIn.Look(folder.Add("a.cs", "MZ\u0090"), null),
            jar = HandedIn.Look(folder.Add("a.jar", "PK\u0003\u0004"), null);
        Assert.Equal((Language.DotNet, false, "a.cs"), (assembly.Language, assembly.IsSource, Assert.Single(assembly.Files).Name));
        Assert.Equal((Language.Java, false, "a.jar"), (jar.Language, jar.IsSource, Assert.Single(jar.Files).Name));
    }

    [Fact]
    public void A_folder_is_its_sources_without_what_a_build_left()
    {
        folder.Add("obj/Generated.cs", "");
        folder.Add("Predictor.csproj", "");
        folder.Add("deep/B.cs", "");
        folder.Add("A.cs", "");
        HandedIn handedIn = HandedIn.Look(folder.Path, null);
        Assert.Equal(Language.CSharp, handedIn.Language);
        Assert.Equal(["A.cs", "deep/B.cs"], handedIn.Files.Select(file => file.Name));
    }

    [Fact]
    public void A_folder_of_two_languages_needs_to_be_told_which()
    {
        folder.Add("a.cpp", "");
        folder.Add("a.java", "");
        Assert.Contains("several languages (Cpp, Java); say which with --language", Desk.Rejection(folder.Path));
        Assert.Equal(Language.Java, HandedIn.Look(folder.Path, Language.Java).Language);
    }

    [Fact]
    public void A_folder_without_sources_is_rejected() =>
    Assert.Contains("holds no source of C#, VB.NET, C++ or Java", Desk.Rejection(folder.Path));

    [Fact]
    public void More_than_a_megabyte_of_source_is_rejected()
    {
        folder.Add("a.cpp", new string(' ', 600_000));
        folder.Add("b.h", new string(' ', 600_000));
        Assert.Equal("the source has 1,200,000 bytes in 2 files; at most 1,000,000 are allowed.", Desk.Rejection(folder.Path));
    }

    [Fact]
    public void A_file_name_that_a_compiler_could_take_for_something_else_is_rejected()
    {
        folder.Add("a\"-o\".cpp", "class BostonRiskPredictor {};");
        Assert.Contains("can't be compiled", Desk.Rejection(folder.Path));
    }

    [Fact]
    public void What_is_no_predictor_at_all_is_rejected() =>
    Assert.Contains("is not a .NET assembly", Desk.Rejection(folder.Add("notes.txt", "hello")));

    [Fact]
    public void A_jar_that_is_none_is_rejected()
    {
        Toolchains.Require(Language.Java);
        Assert.Contains("the jar can't be read", Desk.Rejection(folder.Add("a.jar", "PK\u0003\u0004 nothing")));
    }

    public void Dispose() => folder.Dispose();
}
