namespace Evaluator.Cli.Boards;

/// <summary>A commit that a board is to fetch.</summary>
internal sealed record WantedCommit(string Url, string Commit);
