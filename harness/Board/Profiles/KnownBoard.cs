namespace Evaluator.Board.Profiles;

/// <summary>A board whose word on people is taken.</summary>
internal sealed record KnownBoard(string KeyId, string Name, string Pem, long Added);
