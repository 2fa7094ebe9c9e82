namespace Evaluator.Cli.Screens;

/// <summary>A row of the standings, as programs read it.</summary>
internal sealed record StandingRow(
    int? Rank, string Predictor, double? Score, string? ScoreBits, int Cases, int CasesOfSet, int Failed, int Conflicts, string? Rejected,
    string? PublicationHash, string Folder);
