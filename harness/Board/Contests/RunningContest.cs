using Evaluator.Board.Journals;
using Evaluator.Challenges;
using Evaluator.Challenges.Reading;

namespace Evaluator.Board.Contests;

/// <summary>A contest of this board: what its folder tells, and what has happened so far.</summary>
internal sealed record RunningContest(ChallengeFolder Folder, LiveContest Live)
{
    public string Name => Live.Name;

    public Challenge Challenge => Folder.Challenge;

    /// <summary>Whether anybody may make an account.</summary>
    public bool IsOpenToAll => Live.Contest.SignIn == SignIn.Open;
}
