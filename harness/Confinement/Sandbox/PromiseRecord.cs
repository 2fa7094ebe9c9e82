namespace Evaluator.Confinement.Sandbox;

/// <summary>What the self-test found out about one promise.</summary>
/// <param name="Name">As SECURITY.md lists it.</param>
/// <param name="Text">For people.</param>
/// <param name="Held">Whether every attempt to break it was refused.</param>
/// <param name="Mechanism">What refuses.</param>
/// <param name="Breach">What worked that should not; null where it is held.</param>
public sealed record PromiseRecord(string Name, string Text, bool Held, string Mechanism, string? Breach);
