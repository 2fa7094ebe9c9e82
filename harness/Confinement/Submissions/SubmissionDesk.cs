using System.Text;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.Workers;

namespace Evaluator.Confinement.Submissions;

/// <summary>
/// Turns what was handed in into what can be run, each language in its way. What a compiler refuses is the competitor's fault only where
/// it still takes a source of ours: an assembler that was replaced, headers that were removed or a full disk look the same in one refusal.
/// </summary>
/// <param name="forDebugger">Compiles as a debugger likes it, of any size; nothing that counts is played so.</param>
internal sealed class SubmissionDesk(Workshop workshop, bool forDebugger = false)
{
    /// <exception cref="SubmissionRejectedException">It can't be run.</exception>
    /// <exception cref="ToolchainMissingException">This machine has no compiler or runtime for its language.</exception>
    public Submission Accept(HandedIn handedIn) => handedIn switch
    {
        { IsSource: false, Language: Language.Java } => AcceptJar(handedIn),
        { IsSource: false } => AcceptAssembly(handedIn),
        { Language: Language.Cpp } => AcceptCpp(handedIn, handedIn.Files),
        { Language: Language.Java } => AcceptJava(handedIn, handedIn.Files),
        _ => AcceptDotNetSource(handedIn, handedIn.Files),
    };

    private static readonly ClosureFile[] EmptyCSharp = [Sample("Empty.cs", "public class BostonRiskPredictor { }")];

    private static readonly ClosureFile[] EmptyVisualBasic = [Sample("Empty.vb", "Public Class BostonRiskPredictor\nEnd Class\n")];

    private static Submission AcceptAssembly(HandedIn handedIn)
    {
        string className = PredictorContract.FindClass(Path.GetFileName(handedIn.Path), handedIn.Files);
        return Made(handedIn, handedIn.Files, className, handedIn.Files,
            new DotNetRunner(new DotNetLines(() => SymbolFile.Of(handedIn.Path, handedIn.Files[0]))));
    }

    private Submission AcceptDotNetSource(HandedIn handedIn, IReadOnlyList<ClosureFile> files)
    {
        DotNetSdk sdk = DotNetSdk.Find(out string? missing) ?? throw new ToolchainMissingException(missing!);
        bool isCSharp = handedIn.Language == Language.CSharp;
        CSharpForm form = CSharpForm.OfToday;
        byte[] assembly = Judged(
            () => isCSharp
                ? CompileCSharp(sdk, handedIn, out form)
                : Compile(sdk, handedIn, form, Wanted),
            isCSharp ? EmptyCSharp : EmptyVisualBasic,
            ours => sdk.Compiler(handedIn.Language, ours, CSharpForm.OfToday, workshop.HasOnlyLandlock));
        RequireSize(assembly.Length, "the compiled assembly");
        ClosureFile[] closure = [new ClosureFile("predictor.dll", assembly)];
        string className = PredictorContract.FindClass("the compiled assembly", closure);
        var lines = new DotNetLines(
            () => forDebugger ? SymbolFile.Of(handedIn.Path, closure[0]) : SymbolsOf(sdk, handedIn, form));
        return Made(handedIn, closure, className, files, new DotNetRunner(lines))
            with
        { Compiler = $"{(isCSharp ? "csc" : "vbc")} of the .NET SDK {sdk.Version}" };
    }

    /// <summary>
    /// Takes the sources in another form where the compiler's refusal says that they have one; the first refusal is the one that is told.
    /// </summary>
    private byte[] CompileCSharp(DotNetSdk sdk, HandedIn handedIn, out CSharpForm taken)
    {
        SubmissionRejectedException? first = null;
        CSharpForm? next = CSharpForm.OfToday;
        while (next is { } form)
        {
            try
            {
                taken = form;
                return Compile(sdk, handedIn, form, Wanted);
            }
            catch (SubmissionRejectedException refusal)
            {
                first ??= refusal;
                next = form.After(refusal.Message);
            }
        }
        throw first!;
    }

    private byte[] Compile(DotNetSdk sdk, HandedIn handedIn, CSharpForm form, Symbols symbols)
    {
        List<ClosureFile> files = Below(handedIn.Files);
        if (handedIn.Language == Language.CSharp && form.GlobalUsings)
            files.Add(new ClosureFile("GlobalUsings.cs", Encoding.UTF8.GetBytes(DotNetSdk.GlobalUsings)));
        using var sources = new Sources(files) { Origin = OriginOf(handedIn) };
        return workshop.Run(
            sdk.Compiler(handedIn.Language, sources, form, workshop.HasOnlyLandlock, symbols), "the compilation",
            StandardOf(handedIn, sdk));
    }

    private static string StandardOf(HandedIn handedIn, DotNetSdk sdk) => handedIn.Language == Language.CSharp
        ? $"C# in its latest version, csc of the .NET SDK {sdk.Version}"
        : $"Visual Basic in its latest version, vbc of the .NET SDK {sdk.Version}";

    private Symbols Wanted => forDebugger ? Symbols.ForDebugger : Symbols.None;

    private static string OriginOf(HandedIn handedIn)
    {
        string path = Path.GetFullPath(handedIn.Path);
        return Directory.Exists(path) ? path : Path.GetDirectoryName(path)!;
    }

    /// <summary>Made when something failed: what is played has none, and is the same as ever.</summary>
    private byte[]? SymbolsOf(DotNetSdk sdk, HandedIn handedIn, CSharpForm form)
    {
        try
        {
            return Compile(sdk, handedIn, form, Symbols.OfSameCode);
        }
        // Then no lines are told: the predictor crashed, whatever can be said of it.
        catch (Exception unknown) when (unknown is SubmissionRejectedException or HarnessFaultException or OperationCanceledException
            or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private Submission AcceptCpp(HandedIn handedIn, IReadOnlyList<ClosureFile> files)
    {
        CppCompiler compiler = CppCompiler.Find(out string? missing) ?? throw new ToolchainMissingException(missing!);
        CppRunner runner = RunnerStore.Cpp(workshop, compiler);
        ClosureFile[] all = [.. Below(files), .. RunnerStore.SourceFiles];
        using var sources = new Sources(all) { Origin = OriginOf(handedIn) };
        byte[] library = Judged(
            () => workshop.Run(
                compiler.Submission(sources, Wanted), "the compilation", $"{CppCompiler.Standard}, g++ {compiler.Version}"),
            RunnerStore.SourceFiles, compiler.Runner);
        // Ruling 9: the executable with our main, which here stands beside the library.
        long bytes = library.Length + runner.Files.Sum(file => (long)file.Content.Length);
        RequireSize(bytes, "the compiled program, our main included,");
        return Made(handedIn, [new ClosureFile("predictor.so", library)], "BostonRiskPredictor", files,
            runner.With(new CppLines(compiler, workshop, all, forDebugger ? Symbols.ForDebugger : Symbols.OfSameCode)))
            with
        { Bytes = bytes, Compiler = $"g++ {compiler.Version}" };
    }

    private Submission AcceptJava(HandedIn handedIn, IReadOnlyList<ClosureFile> files)
    {
        JavaRunner runner = JavaRunner(out Jdk jdk);
        // A public class must stand in a file of its name, whatever the file was called on its way here.
        using var sources = new Sources(Below(files is [var only] ? [only with { Name = "BostonRiskPredictor.java" }] : files));
        byte[] jar = Judged(
            () => workshop.Run(
                jdk.Compiler(sources, Wanted), "the compilation", $"Java {jdk.Version.Split('.')[0]}, javac {jdk.Version}"),
            RunnerStore.SourceFiles,
            ours => jdk.Compiler(ours));
        return MadeOfJar(handedIn, jar, files, runner) with { Compiler = $"javac {jdk.Version}" };
    }

    private Submission AcceptJar(HandedIn handedIn) => MadeOfJar(handedIn, handedIn.Files[0].Content, handedIn.Files, JavaRunner(out _));

    private Submission MadeOfJar(HandedIn handedIn, byte[] content, IReadOnlyList<ClosureFile> files, JavaRunner runner)
    {
        JarContents jar = JarContents.Of(content);
        RequireSize(jar.Bytes, "the jar, uncompressed,");
        using var check = new Sources([.. runner.Files, new ClosureFile("submission/predictor.jar", content)]);
        workshop.Run(
            runner.Check(check.Folder, Path.Combine(check.Folder, "submission"), "predictor.jar", jar.ClassName), "the look at the class");
        return Made(handedIn, [new ClosureFile("predictor.jar", content)], jar.ClassName, files, runner) with { Bytes = jar.Bytes };
    }

    private JavaRunner JavaRunner(out Jdk jdk)
    {
        jdk = Jdk.Find(out string? missing) ?? throw new ToolchainMissingException(missing!);
        CppCompiler compiler = CppCompiler.Find(out missing)
            ?? throw new ToolchainMissingException($"for the native part of the Java runner, {missing}");
        return RunnerStore.Java(workshop, jdk, compiler);
    }

    /// <param name="ours">Sources that the compiler takes, where it works.</param>
    /// <exception cref="HarnessFaultException">It takes them no more.</exception>
    private byte[] Judged(Func<byte[]> compile, IReadOnlyList<ClosureFile> ours, Func<Sources, ConfinedProgram> compiler)
    {
        try
        {
            return compile();
        }
        catch (SubmissionRejectedException)
        {
            workshop.CompileOurs(ours, compiler, "the compiler refuses the submission, and a source of ours as well:");
            throw;
        }
    }

    private static ClosureFile Sample(string name, string text) => new(Sources.SubmissionFolder + name, Encoding.UTF8.GetBytes(text));

    private static Submission Made(
        HandedIn handedIn, IReadOnlyList<ClosureFile> closure, string className, IReadOnlyList<ClosureFile> files, Runner runner) => new(
        Path.GetFullPath(handedIn.Path), handedIn.Language, className, closure, closure.Sum(file => (long)file.Content.Length),
        ContentHash.Of(files))
        {
            Files = files,
            Runner = runner,
        };

    private static List<ClosureFile> Below(IReadOnlyList<ClosureFile> files) =>
        [.. files.Select(file => file with { Name = Sources.SubmissionFolder + file.Name, Content = SourceText.AsUtf8(file.Content) })];

    private void RequireSize(long bytes, string what)
    {
        if (!forDebugger && bytes > Submission.MostBytes)
            throw new SubmissionRejectedException($"{what} has {bytes:N0} bytes; at most {Submission.MostBytes:N0} are allowed.");
    }
}
