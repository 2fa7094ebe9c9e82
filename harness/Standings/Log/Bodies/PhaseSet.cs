using Evaluator.Challenges;

namespace Evaluator.Standings.Log.Bodies;

/// <summary>A phase, new or changed. Valid for submissions from now on.</summary>
public sealed record PhaseSet(Phase Phase) : EntryBody;
