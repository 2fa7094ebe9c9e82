namespace Evaluator.Board.Documents;

/// <summary>A document that a team handed in.</summary>
/// <param name="Kind">As <see cref="Kinds"/> names it.</param>
/// <param name="Received">Milliseconds since 1970 in UTC.</param>
internal sealed record Document(
    string Id, string Contest, string Phase, string Team, string Account, string Kind, string FileName, string Sha256, long Bytes,
    long Received);
