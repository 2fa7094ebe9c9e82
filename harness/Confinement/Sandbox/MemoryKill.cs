namespace Evaluator.Confinement.Sandbox;

/// <summary>Why the kernel killed a process of a control group for want of memory.</summary>
public enum MemoryKill
{
    None,

    /// <summary>The group had reached its own limit.</summary>
    Limit,

    /// <summary>The whole machine was out of memory: nothing is known of the predictor.</summary>
    Machine,
}
