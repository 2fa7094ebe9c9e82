using Evaluator.Board.Journals;
using Evaluator.Challenges;
using Evaluator.Challenges.Tables;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Results;
using Evaluator.Standings.Sealing;

namespace Evaluator.Board.Tables;

/// <summary>
/// A table that was judged without a fault, as it goes into the log: one entry a set, its values sealed. The part that decides in the end
/// is
/// recorded at once, too: judging is deterministic and costs milliseconds, and the fold shows nothing of it before the phase is published.
/// </summary>
/// <param name="phase">The phase that the table was handed in to.</param>
/// <param name="judgement">What was said of it.</param>
internal sealed class JudgedTable(Phase phase, TableJudgement judgement)
{
    /// <summary>Blocks of rows that a ladder compares: as many as the cases that its threshold was made for.</summary>
    private const int MostBlocks = 95;

    /// <summary>Who the log says did what the board did by itself.</summary>
    private const string Actor = "board";

    /// <summary>The entries of a submission, to be written with its acceptance.</summary>
    /// <param name="submission">Its id.</param>
    /// <param name="content">The hash of what was handed in: the same bytes predict the same.</param>
    /// <param name="generation">0 at first; higher where the answers were corrected and it is judged again.</param>
    public IReadOnlyList<Draft> Entries(string submission, Digest content, int generation = 0)
    {
        List<Draft> entries = [];
        foreach (string set in ((string?[])[phase.Set, phase.FinalSet]).OfType<string>())
        {
            if (judgement.Of(set) is not { } score)
                continue;
            (SealedText values, SealedText? cases) = Sealed(score);
            entries.Add(new Draft(Actor, new EvaluationRecorded
            {
                Submission = submission,
                Set = set,
                Generation = generation,
                Outcome = Outcome.Scored,
                Values = values.Seal,
                Cases = cases?.Seal,
                Predictions = content,
            }, cases is null ? [values] : [values, cases], null));
        }
        return entries;
    }

    /// <summary>What the log holds of a table that corrected answers refuse.</summary>
    public static Draft WithoutScore(string submission, string set, int generation) => new(Actor, new EvaluationRecorded
    {
        Submission = submission,
        Set = set,
        Generation = generation,
        Outcome = Outcome.Refused,
    });

    /// <summary>A baseline's values, where the same file stands as one.</summary>
    public Draft Baseline(string name, bool start)
    {
        (SealedText values, SealedText? cases) = Sealed(judgement.Of(phase.Set)!);
        BaselineSet body = new(name, phase.Name, phase.Set, values.Seal, cases?.Seal, start);
        return new Draft(Actor, body, cases is null ? [values] : [values, cases], null);
    }

    private (SealedText Values, SealedText? Cases) Sealed(SetScore score)
    {
        SealedText values = SealedText.Fresh(new ResultValues(score.Values, PublicationHash: null).ToText());
        string first = phase.Ranking.Columns[0];
        bool hasLadder = phase.Release == Release.Ladder && score.Rows.ContainsKey(first);
        return (values, hasLadder ? SealedText.Fresh(Blocks(first, score.Rows[first]).ToText()) : null);
    }

    /// <summary>
    /// Row by row would be megabytes a submission. A block is every n-th row; its value is scaled so that the plain mean of the blocks is
    /// the mean of
    /// all rows, whether they divide evenly or not.
    /// </summary>
    private static CaseVector Blocks(string column, double[] rows)
    {
        int count = Math.Min(rows.Length, MostBlocks);
        double[] blocks = new double[count];
        for (int row = 0; row < rows.Length; row++)
            blocks[row % count] += rows[row];
        for (int block = 0; block < count; block++)
            blocks[block] *= (double)count / rows.Length;
        return new CaseVector(column, [.. Enumerable.Range(0, count).Select(block => $"block {block:00}")], blocks);
    }
}
