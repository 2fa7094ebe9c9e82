using Evaluator.Standings.Ladders;

namespace Evaluator.Standings.Contests;

/// <summary>
/// A team's ladder on its way through the team's submissions, in the order of their entries, and every improvement that it released.
/// </summary>
internal sealed class LadderRun(LadderStart start)
{
    private readonly Ladder ladder = new(start);

    public LadderStart Start { get; } = start;

    /// <summary>How many of the team's submissions it has passed.</summary>
    public int Passed { get; set; }

    /// <summary>The first submission with a score: what stands at the baseline's place until something is better.</summary>
    public Submission? First { get; private set; }

    public List<LadderImprovement> Improvements { get; } = [];

    public void Take(Submission submission, double[] cases)
    {
        First ??= submission;
        if (ladder.Take(cases))
            Improvements.Add(new LadderImprovement(submission, ladder.Steps, ladder.Released));
    }
}
