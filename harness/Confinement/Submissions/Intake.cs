namespace Evaluator.Confinement.Submissions;

/// <summary>
/// Theory of operation. The one door for whatever a stranger hands in: a folder, the files beside a DLL, an archive. What the organiser
/// names may be a link; nothing inside is followed. Files are asked for by name, opened step by step from the root's own descriptor, must
/// be regular, and are counted while they are read: what a table of contents, a name or a size says is never believed. Names, depth and
/// number of files are limited. What is refused is a <see cref="Languages.SubmissionRejectedException"/> that says which file and why.
/// </summary>
internal abstract class Intake : IDisposable
{
    /// <summary>
    /// Folders within folders, and files and folders in all: more than any predictor is made of, few enough to be looked at at once.
    /// </summary>
    protected const int Deepest = 32, MostEntries = 10_000;

    /// <summary>A build's own folders: what stands there was made from the sources.</summary>
    private static readonly string[] Built = ["bin", "obj", "out", "target", "build"];

    /// <summary>Names of all files but links, hidden ones and what a build made, in ordinal order.</summary>
    /// <exception cref="Languages.SubmissionRejectedException">There are too many, or too deep.</exception>
    public abstract IReadOnlyList<string> Names();

    /// <param name="most">Bytes that are wanted; of a longer file there come one more, and no promise about the rest.</param>
    /// <returns>Null where there is no such file, or where the name leads out.</returns>
    /// <exception cref="Languages.SubmissionRejectedException">It is no regular file.</exception>
    public abstract HandedInFile? Read(string name, long most);

    public abstract void Dispose();

    protected static bool IsPassedOver(string folderOrFile, bool isFolder) =>
        folderOrFile.StartsWith('.') || (isFolder && Built.Contains(folderOrFile));

    /// <returns>The steps from the root; empty for a name that does not lead to anything inside.</returns>
    protected static string[] StepsOf(string name)
    {
        string[] steps = name.Split('/');
        return steps.Length <= Deepest && Array.TrueForAll(steps, step => step is not ("" or "." or "..") && !step.Contains('\0'))
            ? steps
            : [];
    }

    /// <returns>At most one byte more than is wanted.</returns>
    protected static byte[] ReadCounted(Stream stream, long most)
    {
        var content = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        while (content.Length <= most)
        {
            int read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, most + 1 - content.Length));
            if (read == 0)
                break;
            content.Write(buffer, 0, read);
        }
        return content.ToArray();
    }
}
