using System.Globalization;
using System.Text;

namespace Evaluator.Confinement.Repositories;

/// <summary>
/// What is wanted of a commit's tree. A link to a file of the same tree is taken as that file, as a zip of the folder would hold it; one
/// that leads anywhere else, a submodule, and a file that stands in LFS are refused by name. What git keeps for itself is left out.
/// </summary>
internal sealed class WantedTree
{
    private const int MostEntries = 10_000, MostLinks = 8, LongestLink = 4096, LongestPointer = 1024;

    private static readonly byte[] PointerStart = "version https://git-lfs.github.com/spec/"u8.ToArray();

    private readonly Dictionary<string, TreeEntry> entries;
    private readonly GitObjects objects;

    private WantedTree(Dictionary<string, TreeEntry> entries, GitObjects objects) => (this.entries, this.objects) = (entries, objects);

    /// <param name="listing">What `git ls-tree -r -z -l` says.</param>
    /// <exception cref="FetchRefusedException">It holds too much, or names that are none.</exception>
    public static WantedTree Read(byte[] listing, GitObjects objects)
    {
        Dictionary<string, TreeEntry> entries = new(StringComparer.Ordinal);
        foreach (string line in Text(listing).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            int tab = line.IndexOf('\t');
            string[] parts = line[..Math.Max(0, tab)].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length != 4)
                throw new FetchRefusedException("the commit's tree can't be read.");
            _ = long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out long bytes);
            entries[line[(tab + 1)..]] = new TreeEntry(parts[0], parts[2], bytes, line[(tab + 1)..]);
            if (entries.Count > MostEntries)
                throw new FetchRefusedException($"the commit holds more than {MostEntries:N0} files.");
        }
        return new WantedTree(entries, objects);
    }

    /// <returns>The text of a file at the root; null where there is none. Cut where it is long.</returns>
    public string? TextOf(string file) =>
        entries.TryGetValue(file, out TreeEntry? entry) && !entry.IsLink && !entry.IsSubmodule
            ? Encoding.UTF8.GetString(objects.Read(entry.Id, LongestLink))
            : null;

    /// <param name="path">The file or folder that is wanted; empty for the whole tree.</param>
    /// <param name="leftOut">A file at the root that is not.</param>
    /// <param name="mostBytes">Of all together.</param>
    /// <returns>In ordinal order of their paths, which begin below the folder.</returns>
    /// <exception cref="FetchRefusedException">Something in it can't be taken; the message names it.</exception>
    public IReadOnlyList<CommittedFile> Files(string path, string leftOut, long mostBytes)
    {
        if (path.Length > 0 && entries.TryGetValue(path, out TreeEntry? single))
            return [new CommittedFile(path[(path.LastIndexOf('/') + 1)..], Content(Followed(single), mostBytes))];
        string prefix = path.Length > 0 ? path + "/" : "";
        List<CommittedFile> files = [];
        long left = mostBytes;
        foreach (TreeEntry entry in entries.Values.OrderBy(entry => entry.Path, StringComparer.Ordinal))
        {
            if (!entry.Path.StartsWith(prefix, StringComparison.Ordinal) || entry.Path == leftOut || IsOfGit(entry.Path))
                continue;
            byte[] content = Content(Followed(entry), left);
            left -= content.Length;
            files.Add(new CommittedFile(entry.Path[prefix.Length..], content));
        }
        return files.Count > 0
            ? files
            : throw new FetchRefusedException(path.Length > 0 ? $"the commit has no \"{Shown(path)}\"." : "the commit holds no files.");
    }

    private byte[] Content(TreeEntry entry, long left)
    {
        if (entry.Bytes > left)
            throw new FetchRefusedException(
                $"the commit's files are larger than what is taken; \"{Shown(entry.Path)}\" is one too many.");
        byte[] content = objects.Read(entry.Id, entry.Bytes);
        if (content.Length <= LongestPointer && content.AsSpan().StartsWith(PointerStart))
            throw new FetchRefusedException(
                $"\"{Shown(entry.Path)}\" stands in Git LFS, and only its pointer in the commit; nothing is fetched from LFS. Commit the "
                + "file itself, or leave it out.");
        return content;
    }

    private TreeEntry Followed(TreeEntry entry)
    {
        TreeEntry at = entry;
        for (int followed = 0; at.IsLink; followed++)
        {
            string target = followed < MostLinks ? Text(objects.Read(at.Id, LongestLink)) : "";
            at = TargetOf(at.Path, target) is { } path && entries.TryGetValue(path, out TreeEntry? next)
                ? next
                : throw new FetchRefusedException(
                    $"\"{Shown(entry.Path)}\" is a link to \"{Shown(target)}\", which is no file of the same commit; links out of the "
                    + "tree, to folders and in circles are not taken.");
        }
        return at.IsSubmodule
            ? throw new FetchRefusedException(
                $"\"{Shown(at.Path)}\" is a submodule; nothing is fetched for it. Commit its files, or leave it out.")
            : at;
    }

    /// <returns>Null where it leads out of the tree.</returns>
    private static string? TargetOf(string link, string target)
    {
        if (target.Length == 0 || target[0] == '/')
            return null;
        List<string> steps = [.. link.Split('/')[..^1]];
        foreach (string step in target.Split('/'))
        {
            if (step == ".." && steps.Count == 0)
                return null;
            if (step == "..")
                steps.RemoveAt(steps.Count - 1);
            else if (step is not ("" or "."))
                steps.Add(step);
        }
        return string.Join('/', steps);
    }

    /// <summary>.gitignore, .gitattributes, .gitmodules, .github: they say something to git and its host.</summary>
    private static bool IsOfGit(string path) => path.Split('/').Any(step => step.StartsWith(".git", StringComparison.Ordinal));

    private static string Text(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new FetchRefusedException("the commit holds a file name or a link that is no UTF-8.");
        }
    }

    private static string Shown(string path) => EscapedText.Of(path.Length > 200 ? path[..200] + "…" : path);
}
