namespace Evaluator.Cluster;

/// <summary>Slurm is not there, does not answer, or refused what was asked. The message says which, and what to do.</summary>
public sealed class SlurmException(string message, Exception? inner = null) : Exception(message, inner);
