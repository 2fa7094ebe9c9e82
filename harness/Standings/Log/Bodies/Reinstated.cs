using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log.Bodies;

/// <summary>Undoes an <see cref="Ignored"/>, or a <see cref="Withdrawn"/>.</summary>
public sealed record Reinstated(string? Submission, string? Team, Digest Reason) : EntryBody;
