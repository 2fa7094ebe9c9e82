namespace Evaluator.Challenges.Reading;

/// <summary>
/// A challenge's folder: <c>challenge.json</c>, <c>story.md</c>, <c>files/</c> (what competitors download) and <c>secret/</c> (answers,
/// never
/// served). Paths in <c>challenge.json</c> are relative to the folder that their member says.
/// </summary>
public sealed class ChallengeFolder
{
    public const string Definition = "challenge.json";
    public const string StoryFile = "story.md";
    public const string FilesFolder = "files";
    public const string SecretFolder = "secret";

    private ChallengeFolder(string path, Challenge challenge)
    {
        Path = path;
        Challenge = challenge;
    }

    public string Path { get; }

    public Challenge Challenge { get; }

    /// <param name="folder">Where it is.</param>
    /// <param name="withAnswers">Whether the answers have to be there. Competitors' copies of a challenge have none.</param>
    /// <exception cref="ChallengeFaultsException">Something is wrong with it; every fault is named.</exception>
    public static ChallengeFolder Read(string folder, bool withAnswers = true)
    {
        List<ChallengeFault> faults = [];
        Challenge? challenge = null;
        if (!Directory.Exists(folder))
            faults.Add(new ChallengeFault(folder, 0, "no such folder", "the folder of a challenge"));
        else
            challenge = new ChallengeReader(folder, withAnswers, faults).Read();
        if (faults.Count > 0 || challenge is null)
            throw new ChallengeFaultsException(
                [.. faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line)]);
        return new ChallengeFolder(System.IO.Path.GetFullPath(folder), challenge);
    }

    /// <summary>A file that competitors may download.</summary>
    /// <param name="name">As <c>challenge.json</c> names it, without <c>files/</c>.</param>
    public string FileOf(string name) => System.IO.Path.Combine(Path, FilesFolder, name);

    /// <summary>A file of the answers. Nothing that answers a competitor may open it.</summary>
    public string SecretOf(string name) => System.IO.Path.Combine(Path, SecretFolder, name);

    /// <summary>The names of all files for competitors, with slashes, in ordinal order.</summary>
    public IReadOnlyList<string> Files()
    {
        string files = System.IO.Path.Combine(Path, FilesFolder);
        if (!Directory.Exists(files))
            return [];
        return [.. Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(files, file)).Order(StringComparer.Ordinal)];
    }
}
