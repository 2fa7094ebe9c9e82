namespace Evaluator.Standings.Sealing;

/// <summary>Gives the text behind a seal, or null where it is not known here (not published yet, or erased).</summary>
public delegate string? OpenSeal(Digest seal);
