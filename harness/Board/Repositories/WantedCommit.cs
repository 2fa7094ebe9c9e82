namespace Evaluator.Board.Repositories;

/// <summary>A commit that a program names, to be handed in without a hook.</summary>
internal sealed record WantedCommit(string? Url, string? Commit);
