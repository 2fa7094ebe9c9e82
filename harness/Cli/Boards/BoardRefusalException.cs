namespace Evaluator.Cli.Boards;

/// <summary>The board answered, and did not do what was asked. The message is the board's own.</summary>
/// <param name="status">The HTTP status.</param>
internal sealed class BoardRefusalException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    /// <summary>The token is missing, unknown, expired or revoked, or its scope is another.</summary>
    public bool IsOfToken => Status is 401 or 403;
}
