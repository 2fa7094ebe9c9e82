namespace Evaluator.Board.Repositories;

/// <summary>What somebody says of a repository that is to be registered.</summary>
/// <param name="Path">The file or folder that is handed in; nothing for the whole tree.</param>
/// <param name="Phase">Nothing: whichever takes submissions.</param>
/// <param name="Branch">Each push to it hands in; nothing: tags <c>submission-*</c>.</param>
internal sealed record NewRepository(string? Url, string? Path, string? Phase, string? Branch);
