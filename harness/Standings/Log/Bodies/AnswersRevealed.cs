namespace Evaluator.Standings.Log.Bodies;

/// <summary>After publishing: the salts of the commitment, so that anybody who has the answers can check them.</summary>
public sealed record AnswersRevealed(string Set, IReadOnlyList<RevealedSalt> Salts) : EntryBody;
