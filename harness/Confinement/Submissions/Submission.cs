using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Languages;

namespace Evaluator.Confinement.Submissions;

/// <summary>A predictor that may be run: its binary and what belongs to it, hashed.</summary>
/// <param name="Path">What was handed in.</param>
/// <param name="ClassName">Full name of its <c>BostonRiskPredictor</c>.</param>
/// <param name="Closure">The files that count and that the worker gets to see; the assembly, library or jar first.</param>
/// <param name="Bytes">Size of the binary, as ruling 9 counts it.</param>
/// <param name="Sha256">
/// Over names, lengths and contents of what was handed in (the sources, or the closure of a binary), in ordinal order of the names;
/// lower-case hex.
/// </param>
public sealed record Submission(
    string Path, Language Language, string ClassName, IReadOnlyList<ClosureFile> Closure, long Bytes, string Sha256)
{
    /// <summary>Ruling 9: 1 MB of binary.</summary>
    public const long MostBytes = 1_000_000;

    /// <summary>What a submission is called wherever people read of it.</summary>
    public static string NameOf(string path) =>
        System.IO.Path.GetFileNameWithoutExtension(System.IO.Path.TrimEndingDirectorySeparator(path));

    /// <summary>The files that were handed in: the sources, or the closure of a binary.</summary>
    public required IReadOnlyList<ClosureFile> Files { get; init; }

    /// <summary>What made the binary out of the sources; null where a binary was handed in.</summary>
    public string? Compiler { get; init; }

    public required Runner Runner { get; init; }

    /// <summary>Looks at a submission, and compiles it where it is a source, without running any of it.</summary>
    /// <param name="path">A file or folder.</param>
    /// <param name="language">What it is written in; null to tell by looking.</param>
    /// <param name="forDebugger">Compiled as a debugger likes it; nothing that counts is played so.</param>
    /// <param name="rejection">Why it can't be run: what was found and what is needed; null where it can.</param>
    /// <returns>Null where the submission is rejected.</returns>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="ToolchainMissingException">This machine has no compiler or runtime for its language.</exception>
    public static Submission? Open(
        string path, Language? language, Workshop workshop, out string? rejection, bool forDebugger = false)
    {
        rejection = null;
        try
        {
            return new SubmissionDesk(workshop, forDebugger).Accept(HandedIn.Look(path, language));
        }
        catch (SubmissionRejectedException rejected)
        {
            rejection = rejected.Message;
            return null;
        }
    }
}
