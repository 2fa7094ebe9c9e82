using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log.Bodies;

/// <summary>
/// An organiser looked at two results of one case that differ, and says that the first one stands, or (false) that it is open again. Which
/// case it is, the log does not say. A result that is wrong is replaced by a rejudge.
/// </summary>
/// <param name="Conflict">The board's id of it.</param>
/// <param name="Reason">The seal of the reason.</param>
public sealed record ConflictDecided(string Conflict, string Submission, bool Holds, Digest Reason) : EntryBody;
