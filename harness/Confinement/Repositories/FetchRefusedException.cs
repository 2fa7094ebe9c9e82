namespace Evaluator.Confinement.Repositories;

/// <summary>A commit can't be had, or not be taken: for whoever pushed it, in their words. It is no fault of ours.</summary>
public sealed class FetchRefusedException(string message) : Exception(message);
