using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log.Bodies;

/// <summary>A baseline of a phase, shown and never ranked.</summary>
/// <param name="Baseline">Its name in the phase.</param>
/// <param name="Values">The seal of its <see cref="Results.ResultValues"/>.</param>
/// <param name="Cases">The seal of its <see cref="Results.CaseVector"/>; null where it has none.</param>
/// <param name="Start">Whether ladders and improvement rules start at it.</param>
public sealed record BaselineSet(string Baseline, string Phase, string Set, Digest Values, Digest? Cases, bool Start) : EntryBody;
