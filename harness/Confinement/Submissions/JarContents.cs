using Evaluator.Confinement.Languages;

namespace Evaluator.Confinement.Submissions;

/// <summary>What a stranger's jar holds, by its table of contents and by unpacking it: sizes in the table may lie.</summary>
/// <param name="ClassName">Full name of its <c>BostonRiskPredictor</c>.</param>
/// <param name="Bytes">Its classes and resources, uncompressed; counting stops beyond what is allowed.</param>
internal sealed record JarContents(string ClassName, long Bytes)
{
    private const int MostTold = 5;

    private const string ClassFile = "BostonRiskPredictor.class";

    public static bool IsClass(string name) => name == ClassFile || name.EndsWith("/" + ClassFile, StringComparison.Ordinal);

    /// <exception cref="SubmissionRejectedException">It is no jar, or has not exactly one such class.</exception>
    public static JarContents Of(byte[] jar)
    {
        using var archive = new ZipIntake("the jar", jar);
        string[] found = [.. archive.AllNames.Where(IsClass)];
        if (found.Length == 0)
            throw new SubmissionRejectedException($"exactly one class `BostonRiskPredictor` is needed; found {Others(archive)}.");
        if (found.Length != 1)
            throw new SubmissionRejectedException(
                $"exactly one class `BostonRiskPredictor` is needed; found "
                + $"{string.Join(", ", found.Take(MostTold).Select(name => EscapedText.Of(name)))}.");
        return new JarContents(found[0][..^".class".Length].Replace('/', '.'), BytesOf(archive));
    }

    /// <summary>A misspelt name, or the wrong file: seen at a glance by what is there.</summary>
    private static string Others(ZipIntake archive)
    {
        const string ending = ".class";
        string[] classes = [.. archive.AllNames.Where(name => name.EndsWith(ending, StringComparison.Ordinal) && !name.Contains('$'))];
        string more = classes.Length > MostTold ? $" and {classes.Length - MostTold} more" : "";
        string names = string.Join(", ", classes.Take(MostTold).Select(name => EscapedText.Of(name[..^ending.Length])));
        return classes.Length == 0 ? "none, and no other class" : $"none; the classes are {names}{more}";
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
