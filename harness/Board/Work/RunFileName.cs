using System.Text.RegularExpressions;

namespace Evaluator.Board.Work;

/// <summary>
/// Names that files of a run folder may have, and the one that a fetch brings: no path leads out of it, and nothing stands where nobody
/// expects it.
/// </summary>
internal static partial class RunFileName
{
    /// <returns>Null where it is none.</returns>
    public static string? Of(string? name) => name is { Length: <= 200 } && Known().IsMatch(name) ? name : null;

    [GeneratedRegex(
        @"^(hand-in|run\.json|data\.sha256|summary\.json|public\.json|(cases|predictions|console)/[A-Za-z0-9_-]+\.(json|zst|txt))\z")]
    private static partial Regex Known();
}
