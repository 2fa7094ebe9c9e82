using System.IO.Compression;
using Evaluator.Confinement.Languages;

namespace Evaluator.Confinement.Submissions;

/// <summary>What a stranger's jar holds, by its table of contents and by unpacking it: sizes in the table may lie.</summary>
/// <param name="ClassName">Full name of its <c>BostonRiskPredictor</c>.</param>
/// <param name="Bytes">Its classes and resources, uncompressed; counting stops beyond what is allowed.</param>
internal sealed record JarContents(string ClassName, long Bytes)
{
    private const string ClassFile = "BostonRiskPredictor.class";

    /// <exception cref="SubmissionRejectedException">It is no jar, or has not exactly one such class.</exception>
    public static JarContents Of(byte[] jar)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(jar));
            string[] found = [.. archive.Entries.Select(entry => entry.FullName).Where(name => name == ClassFile || name.EndsWith("/" + ClassFile, StringComparison.Ordinal))];
            if (found.Length != 1)
                throw new SubmissionRejectedException($"exactly one class `BostonRiskPredictor` is needed; found {(found.Length == 0 ? "none" : string.Join(", ", found))}.");
            return new JarContents(found[0][..^".class".Length].Replace('/', '.'), BytesOf(archive));
        }
        catch (InvalidDataException broken)
        {
            throw new SubmissionRejectedException($"the jar can't be read: {broken.Message}");
        }
    }

    private static long BytesOf(ZipArchive archive)
    {
        long sum = 0;
        byte[] buffer = new byte[64 * 1024];
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using Stream content = entry.Open();
            while (sum <= Submission.MostBytes && content.Read(buffer) is > 0 and int read)
                sum += read;
        }
        return sum;
    }
}
