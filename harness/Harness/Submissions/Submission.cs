namespace Evaluator.Harness.Submissions;

/// <summary>A predictor that may be run: its assembly and what belongs to it, hashed.</summary>
/// <param name="Path">The assembly that was handed in.</param>
/// <param name="ClassName">Full name of its <c>BostonRiskPredictor</c>.</param>
/// <param name="Closure">The files that count and that the worker gets to see; the assembly first.</param>
/// <param name="Bytes">Size of the closure.</param>
/// <param name="Sha256">Over names, lengths and contents of the closure, in ordinal order of the names; lower-case hex.</param>
public sealed record Submission(string Path, string ClassName, IReadOnlyList<ClosureFile> Closure, long Bytes, string Sha256)
{
    /// <summary>Ruling 9: 1 MB of binary.</summary>
    public const long MostBytes = 1_000_000;

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Looks at a predictor without running any of it.</summary>
    /// <param name="path">The assembly.</param>
    /// <param name="rejection">Why it can't be run: what was found and what is needed; null where it can.</param>
    /// <returns>Null where the submission is rejected.</returns>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static Submission? Open(string path, out string? rejection)
    {
        rejection = null;
        try
        {
            return Open(path);
        }
        catch (SubmissionRejectedException rejected)
        {
            rejection = rejected.Message;
            return null;
        }
    }

    private static Submission Open(string path)
    {
        string className = PredictorContract.FindClass(path);
        IReadOnlyList<ClosureFile> closure = SubmissionClosure.Of(path);
        long bytes = closure.Sum(file => new FileInfo(file.Path).Length);
        if (bytes > MostBytes)
        {
            string largest = string.Join(", ", closure.Select(file => (file.Name, new FileInfo(file.Path).Length))
                .OrderByDescending(file => file.Length).Take(3).Select(file => $"{file.Name} {file.Length:N0}"));
            throw new SubmissionRejectedException(
                $"the binary has {bytes:N0} bytes in {closure.Count} files ({largest}); at most {MostBytes:N0} are allowed.");
        }
        return new Submission(System.IO.Path.GetFullPath(path), className, closure, bytes, ContentHash.Of(closure));
    }
}
