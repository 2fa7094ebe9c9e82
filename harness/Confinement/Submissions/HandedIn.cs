using System.Text;
using System.Text.RegularExpressions;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Languages;

namespace Evaluator.Confinement.Submissions;

/// <summary>
/// What somebody hands in, told by looking at it: a binary, or the source files of one language. It is read once, here, through the one
/// door.
/// </summary>
/// <param name="Path">The file or folder.</param>
/// <param name="IsSource">Whether it has to be compiled.</param>
/// <param name="Files">The sources; or the binary, and what belongs to it.</param>
internal sealed partial record HandedIn(string Path, Language Language, bool IsSource, IReadOnlyList<ClosureFile> Files)
{
    /// <summary>About 1 MB of source, as in the contest.</summary>
    public const long MostSourceBytes = 1_000_000;

    /// <summary>An archive of sources may hold pictures and notes besides.</summary>
    private const long MostArchiveBytes = 16_000_000;

    private const int MostSourceFiles = 1000;

    /// <param name="said">The language that somebody says it is in; null to look.</param>
    /// <exception cref="SubmissionRejectedException">It is nothing that can be run.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static HandedIn Look(string path, Language? said)
    {
        if (path.Contains('\0'))
            throw new SubmissionRejectedException("its name holds a character that no file name has.");
        if (Directory.Exists(path))
        {
            using Intake folder = FolderIntake.Open(path);
            return LookInto(folder, path, said);
        }
        // The organiser may name a link: what belongs to the file stands beside the file itself.
        string real = ToolFinder.Resolve(path);
        using Intake beside = FolderIntake.Open(System.IO.Path.GetDirectoryName(real)!);
        return LookAtFile(beside, System.IO.Path.GetFileName(real), path, said);
    }

    private static HandedIn LookAtFile(Intake beside, string name, string path, Language? said)
    {
        HandedInFile file = beside.Read(name, MostArchiveBytes) ?? throw new FileNotFoundException($"there is no file {path}");
        ReadOnlySpan<byte> start = file.Content;
        if (start.StartsWith("PK\u0003\u0004"u8))
            return LookIntoArchive(file, path, said);
        if (start.StartsWith("MZ"u8) || said == Language.DotNet)
            return new HandedIn(path, Language.DotNet, IsSource: false, SubmissionClosure.Of(beside, file));
        // whose look at the file says what it is not
        Language language = said ?? SourceFiles.LanguageOf(path) ?? LanguageIn(Encoding.Latin1.GetString(file.Content)) ?? Language.DotNet;
        return language == Language.DotNet
            ? new HandedIn(path, language, IsSource: false, SubmissionClosure.Of(beside, file))
            : new HandedIn(path, language, IsSource: true, Limited([file with { Name = System.IO.Path.GetFileName(path) }]));
    }

    private static HandedIn LookIntoArchive(HandedInFile file, string path, Language? said)
    {
        string name = System.IO.Path.GetFileName(path);
        bool isJar = name.EndsWith(".jar", StringComparison.OrdinalIgnoreCase);
        RequireSize(file, isJar ? Submission.MostBytes : MostArchiveBytes);
        if (!isJar)
        {
            using var archive = new ZipIntake(name, file.Content);
            if (!archive.AllNames.Any(JarContents.IsClass))
                return LookInto(archive, path, said);
        }
        RequireSize(file, Submission.MostBytes);
        return new HandedIn(path, Language.Java, IsSource: false, [new ClosureFile(file.Name, file.Content)]);
    }

    private static HandedIn LookInto(Intake intake, string path, Language? said)
    {
        (string Name, Language Language)[] files =
        [
            .. intake.Names().Select(name => (Name: name, Language: SourceFiles.LanguageOf(name))).Where(one => one.Language is not null)
            .Select(one => (one.Name, one.Language!.Value)),
        ];
        Language[] languages = said is { } only ? [only] : [.. files.Select(one => one.Language).Distinct().Order()];
        if (languages.Length != 1)
        {
            throw new SubmissionRejectedException(languages.Length == 0
                ? $"{path} holds no source of C#, VB.NET, C++ or Java; name the predictor's DLL or jar, or a folder with its sources."
                : $"{path} holds sources of several languages ({string.Join(", ", languages)}); say which with --language.");
        }
        string[] sources = [.. files.Where(one => one.Language == languages[0]).Select(one => one.Name)];
        if (sources.Length is 0 or > MostSourceFiles)
            throw new SubmissionRejectedException(
                $"{path} holds {(sources.Length == 0 ? "no" : $"more than {MostSourceFiles}")} source files of {languages[0]}.");
        return new HandedIn(path, languages[0], IsSource: true, Limited(Read(intake, sources)));
    }

    /// <summary>
    /// Of all together no more than is allowed, and a byte each: a thousand files of a megabyte come out of an archive of one.
    /// </summary>
    private static List<HandedInFile> Read(Intake intake, string[] sources)
    {
        List<HandedInFile> files = [];
        long room = MostSourceBytes;
        foreach (string name in sources)
        {
            files.Add(Source(intake, name, room));
            room = Math.Max(0, room - files[^1].Content.LongLength);
        }
        return files;
    }

    private static HandedInFile Source(Intake intake, string name, long most) =>
        intake.Read(name, most) ?? throw new SubmissionRejectedException(
            $"the file {EscapedText.Of(name)} can't be opened by its name; letters, digits, blanks and ._+-@ are allowed.");

    /// <exception cref="SubmissionRejectedException">They are too long, or named in a way that a compiler could take for something
    /// else.</exception>
    private static IReadOnlyList<ClosureFile> Limited(IReadOnlyList<HandedInFile> sources)
    {
        long bytes = sources.Sum(file => file.Bytes);
        if (bytes > MostSourceBytes)
            throw new SubmissionRejectedException(
                $"the source has {bytes:N0} bytes in {sources.Count} files; at most {MostSourceBytes:N0} are allowed.");
        foreach (HandedInFile file in sources)
        {
            if (!PlainName().IsMatch(file.Name))
                throw new SubmissionRejectedException(
                    $"the file name {EscapedText.Of(file.Name)} can't be compiled; letters, digits, blanks and ._+-@ are allowed.");
        }
        return [.. sources.Select(file => new ClosureFile(file.Name, file.Content))];
    }

    private static void RequireSize(HandedInFile file, long most)
    {
        if (file.Bytes > most)
            throw new SubmissionRejectedException($"{file.Name} has {file.Bytes:N0} bytes; at most {most:N0} are allowed.");
    }

    /// <summary>By what only that language writes, for files whose names say nothing.</summary>
    private static Language? LanguageIn(string text) => text switch
    {
        _ when EndOfVisualBasicClass().IsMatch(text) => Language.VisualBasic,
        _ when text.Contains("#include", StringComparison.Ordinal) || text.Contains("vector<", StringComparison.Ordinal) => Language.Cpp,
        _ when text.Contains("String[]", StringComparison.Ordinal)
        || text.Contains("import java.", StringComparison.Ordinal) => Language.Java,
        _ when text.Contains("class BostonRiskPredictor", StringComparison.Ordinal) => Language.CSharp,
        _ => null,
    };

    /// <summary>Within a line: what goes on over empty ones is begun anew at each of a million of them.</summary>
    [GeneratedRegex(@"^[ \t]*End[ \t]+Class\b", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex EndOfVisualBasicClass();

    [GeneratedRegex(@"^[\p{L}\p{N} ._+@/-]+\z")]
    private static partial Regex PlainName();
}
