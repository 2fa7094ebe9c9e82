namespace Evaluator.Cli.Boards;

/// <summary>What a board answers when it was told of a commit.</summary>
internal sealed record TakenCommit(string Delivery);
