using System.Text.Json;

namespace Evaluator.Cli.Boards;

/// <summary>What a board answers when it has a submission.</summary>
/// <param name="Again">It had it already: the same key had brought it before.</param>
/// <param name="Receipt">The board's signed word on it; null of a board that gives none.</param>
internal sealed record TakenSubmission(string Submission, string Sha256, long Bytes, bool Again, string Page, JsonElement? Receipt);
