namespace Evaluator.Confinement.Repositories;

/// <summary>A line of a commit's tree.</summary>
/// <param name="Mode">100644 and 100755 are files, 120000 a link, 160000 a submodule.</param>
/// <param name="Path">From the root of the repository, with forward slashes.</param>
/// <param name="Bytes">0 of a submodule.</param>
public sealed record TreeEntry(string Mode, string Id, long Bytes, string Path)
{
    public bool IsLink => Mode == "120000";

    public bool IsSubmodule => Mode == "160000";
}
