using System.Globalization;
using System.Text.RegularExpressions;
using Evaluator.Confinement.Disk;

namespace Evaluator.Confinement.Languages;

/// <summary>
/// Functions and lines of a C++ predictor's source. The library that is played has neither, since both count; here it is compiled a second
/// time, with them, when something failed: g++ makes the same code with -g as without. A stranger's library is read by addr2line, among the
/// same walls as a compiler.
/// </summary>
/// <param name="sources">As they were compiled: the submission's and ours.</param>
/// <param name="symbols">Those of the code that is played.</param>
internal sealed partial class CppLines(
    CppCompiler compiler, Workshop workshop, IReadOnlyList<ClosureFile> sources, Symbols symbols = Symbols.OfSameCode)
{
    private const int MostOffsets = 64, MostFrames = 8, MostCharactersOfFunction = 160;

    private const string Library = "predictor.so";

    private readonly Lock gate = new();
    private readonly Dictionary<string, string[]> known = [];
    private byte[]? library;
    private bool failed;

    /// <summary>
    /// What a worker told, with function, file and line in place of each [+offset]; what was inlined there has lines of its own.
    /// </summary>
    public string In(string told)
    {
        string[] offsets = [.. Offset().Matches(told).Select(found => found.Groups["offset"].Value).Distinct().Take(MostOffsets)];
        if (offsets.Length == 0)
            return told;
        lock (gate)
        {
            Learn([.. offsets.Where(one => !known.ContainsKey(one))]);
            return Offset().Replace(told, found =>
            {
                if (!known.TryGetValue(found.Groups["offset"].Value, out string[]? frames) || frames.Length == 0)
                    return found.Value;
                return found.Groups["line"].Success
                    ? string.Join('\n', frames.Select(frame => $"   at {frame}"))
                    : Array.Find(frames, frame => !IsLibrarys(frame)) ?? frames[0];
            });
        }
    }

    /// <summary>The names of the standard library's own, inlined into the predictor's.</summary>
    private static bool IsLibrarys(string frame) =>
        frame.StartsWith("std::", StringComparison.Ordinal) || frame.StartsWith("__gnu_cxx::", StringComparison.Ordinal);

    private void Learn(string[] offsets)
    {
        if (offsets.Length == 0 || failed)
            return;
        try
        {
            using (var own = new Sources(sources))
                library ??= workshop.Run(compiler.Submission(own, symbols), "the compilation with symbols");
            using var made = new Sources([new ClosureFile(Library, library)]);
            if (compiler.Lines(made, Library, offsets) is { } program)
                Keep(System.Text.Encoding.UTF8.GetString(workshop.Run(program, "looking up lines")));
        }
        // The offsets are then all that is told: the predictor crashed, whatever can be said of it.
        catch (Exception unknown) when (unknown is SubmissionRejectedException or HarnessFaultException or OperationCanceledException
            or IOException or UnauthorizedAccessException)
        {
            failed = true;
        }
    }

    /// <summary>An address, then function and file:line in turns: the innermost first, then what it was inlined into.</summary>
    private void Keep(string answer)
    {
        string[] lines = answer.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("0x", StringComparison.Ordinal))
                continue;
            string offset = ulong.Parse(lines[i].AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                .ToString("x", CultureInfo.InvariantCulture);
            List<string> frames = [];
            while (i + 2 < lines.Length && !lines[i + 1].StartsWith("0x", StringComparison.Ordinal) && frames.Count < MostFrames)
            {
                string function = lines[i + 1], place = lines[i + 2];
                i += 2;
                if (!place.StartsWith($"{Sources.Inside}/Cpp/", StringComparison.Ordinal) && function != "??")    // ours, or not known
                    frames.Add($"{Readable(function)} ({PlaceOf(place)})");
            }
            known[offset] = [.. frames];
        }
    }

    /// <summary>With the names that people write for the library's types.</summary>
    private static string Readable(string function)
    {
        string text = function.Replace(
            "std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char> >", "std::string", StringComparison.Ordinal);
        text = Allocator().Replace(text, ">");
        return text.Length > MostCharactersOfFunction ? text[..MostCharactersOfFunction] + " …" : text;
    }

    /// <summary>File and line, without its folders and without " (discriminator 2)".</summary>
    private static string PlaceOf(string place) => place[(place.LastIndexOf('/') + 1)..].Split(' ')[0];

    [GeneratedRegex(", std::allocator<[^<>]*> ?>")]
    private static partial Regex Allocator();

    [GeneratedRegex(@"(?<line>^   at )?\[\+0x(?<offset>[0-9a-f]{1,12})\]", RegexOptions.Multiline)]
    private static partial Regex Offset();
}
