namespace Evaluator.Board.Repositories;

/// <summary>A repository with a secret that was just made: the only time that it is shown.</summary>
internal sealed record Registered(Repository Repository, string Secret);
