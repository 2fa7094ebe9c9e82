namespace Evaluator.Board.Shell;

/// <summary>What a page asks before it does what harms.</summary>
/// <param name="Title">The question itself.</param>
/// <param name="Says">What will happen, and what takes it back.</param>
/// <param name="Button">What the button says that does it.</param>
internal sealed record Question(string Title, string Says, string Button);
