using Evaluator.Challenges;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Standings.Contests;

/// <summary>When answers are opened.</summary>
public sealed partial class Contest
{
    /// <summary>
    /// What is to be opened: promised, not opened since, and of a set whose every phase is published. Whoever publishes, and whenever:
    /// this alone says what follows.
    /// </summary>
    public IReadOnlyList<AnswersCommitted> AnswersDue() =>
    [
        .. Answers.Sets.Where(set => Answers.Revealed(set) is null && IsOver(set)).Select(set => Answers.Committed(set)!),
    ];

    // A phase on all cases shares them with every other one.
    private bool IsOver(string set)
    {
        ContestPhase[] deciding = [.. phases.Values.Where(phase => Uses(phase.Settings, set) || Uses(phase.Settings, AnswersCommitted.Whole)
            || set == AnswersCommitted.Whole)];
        return deciding.Length > 0 && Array.TrueForAll(deciding, phase => phase.IsPublished);
    }

    private static bool Uses(Phase phase, string set) => phase.Set == set || phase.FinalSet == set;
}
