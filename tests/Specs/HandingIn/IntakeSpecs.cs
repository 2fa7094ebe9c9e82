using System.Text;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.Submissions;
using Evaluator.Specs.Fixtures;
using Evaluator.Specs.Languages;

namespace Evaluator.Specs.HandingIn;

/// <summary>The one door for what strangers hand in: what the organiser names may be a link, nothing inside it is followed.</summary>
public class IntakeSpecs : IDisposable
{
    private const string Secret = "secret_of_september";

    private readonly HandedInFolder folder = new();
    private readonly HandedInFolder outside = new();
    private readonly string secretFile;
    private readonly string assembly;

    public IntakeSpecs()
    {
        secretFile = outside.Add("truth.csv", Secret);
        assembly = Path.Combine(folder.Path, "P.dll");
        File.Copy(FixtureCatalog.Named("CallsLibc").Dll, assembly);
    }

    [Fact]
    public void A_link_in_the_folder_that_the_deps_file_names_is_rejected_and_not_read()
    {
        File.CreateSymbolicLink(Path.Combine(folder.Path, "truth.txt"), secretFile);
        WriteDependencies("truth.txt");
        Assert.Equal("truth.txt is a symbolic link; what is handed in must hold the files themselves.", Desk.Rejection(assembly));
    }

    [Fact]
    public void A_link_in_the_place_of_a_folder_is_not_followed()
    {
        File.CreateSymbolicLink(Path.Combine(folder.Path, "lib"), outside.Path);
        WriteDependencies("lib/truth.csv");
        Assert.Equal(["P.dll", "P.deps.json"], Desk.Accept(assembly).Closure.Select(file => file.Name));
    }

    [Theory]
    [InlineData("../truth.csv")]
    [InlineData("/etc/passwd")]
    [InlineData("lib/../../truth.csv")]
    [InlineData("a\\u0000b")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("//etc/passwd")]
    public void A_name_that_leads_out_leads_nowhere(string name)
    {
        WriteDependencies(name);
        Assert.Equal(["P.dll", "P.deps.json"], Desk.Accept(assembly).Closure.Select(file => file.Name));
    }

    [Fact]
    public void A_link_to_a_large_file_does_not_evade_the_limit()
    {
        string large = outside.Add("large.bin", new string('x', 3_000_000));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "large.bin"), large);
        WriteDependencies("large.bin");
        Assert.Contains("symbolic link", Desk.Rejection(assembly));
        File.Delete(Path.Combine(folder.Path, "large.bin"));
        File.Copy(large, Path.Combine(folder.Path, "large.bin"));
        Assert.Contains("at most 1,000,000 are allowed", Desk.Rejection(assembly));
    }

    [Theory]
    [InlineData("P.deps.json")]
    [InlineData("Dependency.dll")]
    public void A_pipe_is_rejected_and_not_waited_for(string name)
    {
        if (name != "P.deps.json")
            WriteDependencies(name);
        MakePipe(Path.Combine(folder.Path, name));
        Assert.Equal($"{name} is a pipe; only files can be handed in.", Desk.Rejection(assembly));
    }

    [Fact]
    public void A_pipe_that_the_organiser_names_is_rejected_too()
    {
        string pipe = Path.Combine(folder.Path, "pipe.dll");
        MakePipe(pipe);
        Assert.Equal("pipe.dll is a pipe; only files can be handed in.", Desk.Rejection(pipe));
    }

    [Fact]
    public void A_link_that_the_organiser_names_is_followed_and_finds_what_stands_beside_the_file()
    {
        File.WriteAllText(Path.Combine(folder.Path, "note.txt"), "beside");
        WriteDependencies("note.txt");
        using var desk = new HandedInFolder();
        string link = Path.Combine(desk.Path, "alice.dll");
        File.CreateSymbolicLink(link, assembly);
        Submission submission = Desk.Accept(link);
        Assert.Equal(["P.dll", "P.deps.json", "note.txt"], submission.Closure.Select(file => file.Name));
    }

    [Fact]
    public void A_folder_may_be_a_link_of_the_organisers_and_the_links_in_it_are_passed_over()
    {
        using var sources = new HandedInFolder();
        sources.Add("A.cs", "class A;");
        File.CreateSymbolicLink(Path.Combine(sources.Path, "B.cs"), secretFile);
        File.CreateSymbolicLink(Path.Combine(sources.Path, "more"), outside.Path);
        string link = Path.Combine(folder.Path, "sources");
        File.CreateSymbolicLink(link, sources.Path);
        Assert.Equal(["A.cs"], HandedIn.Look(link, null).Files.Select(file => file.Name));
    }

    [Fact]
    public void A_source_that_is_a_pipe_is_rejected()
    {
        using var sources = new HandedInFolder();
        sources.Add("A.cs", "class A;");
        MakePipe(Path.Combine(sources.Path, "B.cs"));
        Assert.Equal("B.cs is a pipe; only files can be handed in.", Desk.Rejection(sources.Path));
    }

    [Fact]
    public void A_folder_without_end_is_rejected()
    {
        using var sources = new HandedInFolder();
        sources.Add(string.Join('/', Enumerable.Repeat("d", 40)) + "/A.cs", "class A;");
        Assert.Contains("more than 32 folders deep", Desk.Rejection(sources.Path));
    }

    [Fact]
    public void A_signature_of_a_hundred_thousand_arrays_is_rejected()
    {
        string deep = Path.Combine(folder.Path, "Deep.dll");
        File.WriteAllBytes(deep, DeepSignature.Assembly(depth: 100_000));
        Assert.Contains("of far too many types", Desk.Rejection(deep));
    }

    [Fact]
    public void A_type_that_is_made_of_itself_is_rejected()
    {
        string deep = Path.Combine(folder.Path, "Itself.dll");
        File.WriteAllBytes(deep, DeepSignature.OfItself());
        Assert.Contains("found setup: int(int)", Desk.Rejection(deep));
    }

    [Theory]
    [InlineData("spaces of classes", "there are 8000 public classes of that name: nnn")]
    [InlineData("spaces of other classes", "found only nnn")]
    [InlineData("the class", "is too long; at most 1,024 bytes are allowed")]
    [InlineData("references", "found none")]
    [InlineData("attributes", "found none")]
    [InlineData("types of parameters", "and more of them")]
    public void A_long_name_of_thousands_of_things_is_not_read_for_each(string kind, string said)
    {
        string path = Path.Combine(folder.Path, "Long.dll");
        File.WriteAllBytes(path, LongNames.Of(kind));
        long before = GC.GetAllocatedBytesForCurrentThread();
        string rejection = Desk.Rejection(path);
        Assert.Contains(said, rejection);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
        Assert.InRange(rejection.Length, 0, 20_000);
    }

    [Fact]
    public void More_files_than_any_predictor_is_made_of_are_rejected()
    {
        string[] names = [.. Enumerable.Range(0, 1001).Select(i => $"{i}")];
        foreach (string name in names)
            File.WriteAllText(Path.Combine(folder.Path, name), "");
        WriteDependencies(string.Join("\": {}, \"", names));
        Assert.Equal("the binary has more than 1,000 files.", Desk.Rejection(assembly));
    }

    [Fact]
    public void A_name_that_repaints_a_terminal_is_told_as_text()
    {
        File.CreateSymbolicLink(Path.Combine(folder.Path, "a\u001b[2Jb"), secretFile);
        WriteDependencies("a\\u001b[2Jb");
        Assert.StartsWith("a\\u001b[2Jb is a symbolic link", Desk.Rejection(assembly));
    }

    [Fact]
    public void A_text_of_nothing_but_empty_lines_is_looked_at_once()
    {
        // A search that goes over lines begins anew at each: two million million steps.
        string text = folder.Add("solution.txt", new string('\n', 2_000_000));
        Assert.StartsWith("the binary has 2,000,000 bytes", Desk.Rejection(text));
    }

    public void Dispose()
    {
        folder.Dispose();
        outside.Dispose();
    }

    private void WriteDependencies(string asset) => File.WriteAllText(
        Path.Combine(folder.Path, "P.deps.json"), """{"targets": {"net": {"p/1.0": {"runtime": {"@ASSET@": {}}}}}}""".Replace("@ASSET@",
            asset, StringComparison.Ordinal), new UTF8Encoding(false));

    private static void MakePipe(string path) => Assert.Equal(0, EndedProcess.Of("mkfifo", path).ExitCode);
}
