using System.Text;

namespace Evaluator.Challenges.Reading;

/// <summary>
/// The files beside <c>challenge.json</c>, as the reader looks at them: what is missing or leads out of the folder is a fault.
/// </summary>
internal sealed class FolderFiles(string folder, List<ChallengeFault> faults)
{
    /// <summary>A text beside <c>challenge.json</c>; empty where it is missing, which is a fault.</summary>
    public string Text(string file)
    {
        string path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            faults.Add(new ChallengeFault(file, 0, "no such file", "a text in Markdown"));
            return "";
        }
        try
        {
            return new UTF8Encoding(false, true).GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            faults.Add(new ChallengeFault(file, 0, "text that is not UTF-8", "UTF-8"));
            return "";
        }
    }

    public byte[]? Bytes(string file)
    {
        string path = Path.Combine(folder, file);
        if (File.Exists(path))
            return File.ReadAllBytes(path);
        faults.Add(new ChallengeFault(file, 0, "no such file", "the definition of the challenge"));
        return null;
    }

    /// <summary>Whether the file is there, below that folder. A link that leads out of it does not count.</summary>
    public bool Exists(string below, string name)
    {
        string root = Path.GetFullPath(Path.Combine(folder, below));
        string path = Path.GetFullPath(Path.Combine(root, name));
        if (!path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(path))
            return false;
        string? target = new FileInfo(path).ResolveLinkTarget(true)?.FullName;
        return target is null || target.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }
}
