using Evaluator.Confinement.Sandbox;

namespace Evaluator.Confinement.Workers;

/// <summary>A program to be started inside the walls, told as it looks from inside bubblewrap.</summary>
/// <param name="Command">The file and its arguments. Without bubblewrap the path in an argument, which runs from its first slash to its
/// end, is replaced by what it stands for.</param>
/// <param name="Shown">What it gets to see besides the system's libraries, read-only: the path inside, and the path outside.</param>
/// <param name="Environment">Its variables; values are replaced like arguments.</param>
public sealed record ConfinedProgram(
    IReadOnlyList<string> Command, IReadOnlyDictionary<string, string> Shown, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Folders that are no more inside than the shown ones within them, but are named in the command or the environment.</summary>
    public IReadOnlyDictionary<string, string> Named { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether it starts others: compilers do, workers do not, and only what does not can be locked in fully.</summary>
    public bool StartsProcesses { get; init; }

    /// <summary>Whether it reaches the machine's network. Only what fetches does, and it starts processes.</summary>
    public bool SharesNetwork { get; init; }

    /// <summary>What its /tmp may hold. Pages of it count as its memory.</summary>
    public ulong TemporaryBytes { get; init; } = Bubblewrap.TemporaryBytes;

    /// <summary>What an argument with a path inside, or that path, is called outside.</summary>
    public string Outside(string argument)
    {
        int slash = argument.IndexOf('/');
        string path = slash < 0 ? "" : argument[slash..];
        foreach ((string inside, string outside) in Shown.Concat(Named))
        {
            if (path == inside || path.StartsWith(inside + "/", StringComparison.Ordinal))
                return argument[..slash] + outside + path[inside.Length..];
        }
        return argument;
    }
}
