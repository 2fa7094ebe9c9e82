namespace Evaluator.Challenges;

/// <summary>What competitors hand in: a program that predicts, or a table of answers.</summary>
public enum ChallengeKind
{
    Predictor,
    Table,
}
