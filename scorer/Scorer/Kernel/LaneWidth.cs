namespace Evaluator.Scorer.Kernel;

/// <summary>The registers that a scorer computes in.</summary>
internal enum LaneWidth
{
    /// <summary>None: the plain definition.</summary>
    Plain,
    Bits128,
    Bits256,
    Bits512,
}
