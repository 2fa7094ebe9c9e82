using Evaluator.Report.ComparedRuns;

namespace Evaluator.Cli.Screens;

/// <summary>A row of the standings, as programs read it.</summary>
/// <param name="Definition">Of the score; runs of two are never ranked together.</param>
internal sealed record StandingRow(
    string Set, int? Rank, string Predictor, double? Score, string? ScoreBits, int Cases, int CasesOfSet, int Failed, int Conflicts,
    string? Rejected, int Definition, string? PublicationHash, string Folder)
{
    public static StandingRow Of(string set, RunStanding one) => new(
        set, one.Rank, one.Manifest.Submission.Name, one.Summary.Score, one.Summary.ScoreBits, one.Summary.Cases, one.Summary.CasesOfSet,
        one.Failed, one.Conflicts, one.Summary.Rejected, one.Manifest.Code.ScorerVersion, one.Summary.PublicationHash, one.Folder);
}
