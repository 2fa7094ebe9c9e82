namespace Evaluator.Jobs;

/// <summary>What a worker is asked to do for an evaluation.</summary>
public enum JobKind
{
    /// <summary>Look at the submission, compile it, write down what is to be run. Once an evaluation.</summary>
    Plan,

    /// <summary>Play a few of its cases. Many an evaluation.</summary>
    Shard,

    /// <summary>Fold the results of all cases into the summary. Once, when every case has a result.</summary>
    Merge,
}
