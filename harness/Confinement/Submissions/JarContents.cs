using Evaluator.Confinement.Languages;

namespace Evaluator.Confinement.Submissions;

/// <summary>What a stranger's jar holds, by its table of contents and by unpacking it: sizes in the table may lie.</summary>
/// <param name="ClassName">Full name of its <c>BostonRiskPredictor</c>.</param>
/// <param name="Bytes">Its classes and resources, uncompressed; counting stops beyond what is allowed.</param>
internal sealed record JarContents(string ClassName, long Bytes)
{
    private const string ClassFile = "BostonRiskPredictor.class";

    public static bool IsClass(string name) => name == ClassFile || name.EndsWith("/" + ClassFile, StringComparison.Ordinal);

    /// <exception cref="SubmissionRejectedException">It is no jar, or has not exactly one such class.</exception>
    public static JarContents Of(byte[] jar)
    {
        using var archive = new ZipIntake("the jar", jar);
        string[] found = [.. archive.AllNames.Where(IsClass)];
        if (found.Length != 1)
            throw new SubmissionRejectedException(
                $"exactly one class `BostonRiskPredictor` is needed; found "
                + $"{(found.Length == 0 ? "none" : string.Join(", ", found.Take(5).Select(name => EscapedText.Of(name))))}.");
        return new JarContents(found[0][..^".class".Length].Replace('/', '.'), BytesOf(archive));
    }

    private static long BytesOf(ZipIntake archive)
    {
        long sum = 0;
        foreach (string name in archive.AllNames)
        {
            if (sum > Submission.MostBytes)
                break;
            sum += archive.Read(name, Submission.MostBytes - sum)!.Value.Bytes;
        }
        return sum;
    }
}
