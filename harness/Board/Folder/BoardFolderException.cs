namespace Evaluator.Board.Folder;

/// <summary>The board's folder, or something that was given to it, is not what it should be. The message says what was found and what to
/// do.</summary>
internal sealed class BoardFolderException(string message) : Exception(message);
