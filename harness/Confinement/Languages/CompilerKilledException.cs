namespace Evaluator.Confinement.Languages;

/// <summary>
/// A compiler was killed or never started: it said nothing about the source, so it is tried again, and then a fault of the machine.
/// </summary>
internal sealed class CompilerKilledException(string message) : Exception(message);
