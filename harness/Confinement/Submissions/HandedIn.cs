using System.Text;
using System.Text.RegularExpressions;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Languages;

namespace Evaluator.Confinement.Submissions;

/// <summary>What somebody hands in, told by looking at it: a binary, or the source files of one language.</summary>
/// <param name="Path">The file or folder.</param>
/// <param name="SourceFiles">Paths of the source files; null for a binary.</param>
internal sealed partial record HandedIn(string Path, Language Language, IReadOnlyList<string>? SourceFiles)
{
    /// <summary>About 1 MB of source, as in the contest.</summary>
    public const long MostSourceBytes = 1_000_000;

    private const int MostSourceFiles = 1000;

    /// <summary>A build's own folders: what stands there was made from the sources.</summary>
    private static readonly string[] Built = ["bin", "obj", "out", "target", "build"];

    /// <param name="said">The language that somebody says it is in; null to look.</param>
    /// <exception cref="SubmissionRejectedException">It is nothing that can be run.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static HandedIn Look(string path, Language? said)
    {
        if (Directory.Exists(path))
            return LookIntoFolder(path, said);
        string start = StartOf(path);
        if (start.StartsWith("PK\u0003\u0004", StringComparison.Ordinal))
            return new HandedIn(path, Language.Java, null);
        if (start.StartsWith("MZ", StringComparison.Ordinal) || said == Language.DotNet)
            return new HandedIn(path, Language.DotNet, null);
        Language language = said ?? Languages.SourceFiles.LanguageOf(path) ?? LanguageIn(start) ?? Language.DotNet;    // whose look at the file says what it is not
        return new HandedIn(path, language, language == Language.DotNet ? null : [path]);
    }

    private static HandedIn LookIntoFolder(string path, Language? said)
    {
        var files = Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint })
            .Where(file => !System.IO.Path.GetRelativePath(path, file).Split('/')[..^1].Any(folder => Built.Contains(folder)))
            .Select(file => (File: file, Language: Languages.SourceFiles.LanguageOf(file))).Where(one => one.Language is not null).Take(MostSourceFiles + 1).ToArray();
        Language[] languages = said is { } only ? [only] : [.. files.Select(one => one.Language!.Value).Distinct().Order()];
        if (languages.Length != 1)
        {
            throw new SubmissionRejectedException(languages.Length == 0
                ? $"{path} holds no source of C#, VB.NET, C++ or Java; name the predictor's DLL or jar, or a folder with its sources."
                : $"{path} holds sources of several languages ({string.Join(", ", languages)}); say which with --language.");
        }
        string[] sources = [.. files.Where(one => one.Language == languages[0]).Select(one => one.File).Order(StringComparer.Ordinal)];
        if (sources.Length is 0 or > MostSourceFiles)
            throw new SubmissionRejectedException($"{path} holds {(sources.Length == 0 ? "no" : $"more than {MostSourceFiles}")} source files of {languages[0]}.");
        return new HandedIn(path, languages[0], sources);
    }

    /// <summary>The sources with their paths relative to what was handed in.</summary>
    /// <exception cref="SubmissionRejectedException">They are too long, or named in a way that a compiler could take for something else.</exception>
    public IReadOnlyList<ClosureFile> ReadSources()
    {
        long bytes = SourceFiles!.Sum(file => new FileInfo(file).Length);
        if (bytes > MostSourceBytes)
            throw new SubmissionRejectedException($"the source has {bytes:N0} bytes in {SourceFiles!.Count} files; at most {MostSourceBytes:N0} are allowed.");
        string folder = Directory.Exists(Path) ? Path : System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;
        return
        [
            .. SourceFiles!.Select(file =>
            {
                string name = System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/');
                if (!PlainName().IsMatch(name))
                    throw new SubmissionRejectedException($"the file name {name} can't be compiled; letters, digits, blanks and ._+-@ are allowed.");
                return new ClosureFile(name, File.ReadAllBytes(file));
            }),
        ];
    }

    /// <summary>By what only that language writes, for files whose names say nothing.</summary>
    private static Language? LanguageIn(string text) => text switch
    {
        _ when EndOfVisualBasicClass().IsMatch(text) => Language.VisualBasic,
        _ when text.Contains("#include", StringComparison.Ordinal) || text.Contains("vector<", StringComparison.Ordinal) => Language.Cpp,
        _ when text.Contains("String[]", StringComparison.Ordinal) || text.Contains("import java.", StringComparison.Ordinal) => Language.Java,
        _ when text.Contains("class BostonRiskPredictor", StringComparison.Ordinal) => Language.CSharp,
        _ => null,
    };

    private static string StartOf(string path)
    {
        using FileStream file = File.OpenRead(path);
        byte[] start = new byte[64 * 1024];
        int read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return Encoding.Latin1.GetString(start, 0, read);
    }

    [GeneratedRegex(@"^\s*End\s+Class\b", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex EndOfVisualBasicClass();

    [GeneratedRegex(@"^[\p{L}\p{N} ._+@/-]+$")]
    private static partial Regex PlainName();
}
