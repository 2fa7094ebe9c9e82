using System.Data.Common;

namespace Evaluator.Board.HandingIn;

/// <summary>Where a hand-in came from, if not out of a form: a commit of a repository.</summary>
/// <param name="Received">When the board heard of it: the deadline is met by that, not by when it was fetched.</param>
/// <param name="Authors">Accounts of the commit's authors, where they are known as members.</param>
/// <param name="Parents">Submissions that the commit descends from.</param>
/// <param name="Keep">Writes rows that belong to the submission, whose id it is told; they are there with it, or not at all.</param>
internal sealed record Origin(
    string Repository, string Commit, DateTimeOffset Received, IReadOnlyList<string> Authors, IReadOnlyList<string> Parents,
    Action<DbTransaction, string> Keep);
