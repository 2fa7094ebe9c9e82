namespace Evaluator.Confinement;

/// <summary>
/// We or the machine failed: the case gets no verdict and is run again. Never thrown for anything a predictor did.
/// </summary>
public sealed class HarnessFaultException(string message, Exception? cause = null) : Exception(message, cause);
