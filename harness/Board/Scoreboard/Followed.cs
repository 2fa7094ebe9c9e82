namespace Evaluator.Board.Scoreboard;

/// <summary>Something that a page follows.</summary>
/// <param name="Event">The event's name.</param>
/// <param name="Version">A name for what this visitor sees now; null while there is nothing. It must tell no more than the page
/// does.</param>
/// <param name="News">Ends when it may have changed.</param>
internal sealed record Followed(string Event, Func<string?> Version, Func<Task> News);
