using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log.Bodies;

/// <summary>An organiser attests (or denies) that a submission is a single model.</summary>
public sealed record Attested(string Submission, bool Holds, Digest Reason) : EntryBody;
