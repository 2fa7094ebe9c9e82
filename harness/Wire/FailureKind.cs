namespace Evaluator.Wire;

/// <summary>Why a worker answers <see cref="FrameKind.Failed"/>: the first byte of that frame's payload.</summary>
public enum FailureKind : byte
{
    /// <summary>An exception left the predictor's code.</summary>
    Exception = 1,

    /// <summary>An OutOfMemoryException left the predictor's code.</summary>
    OutOfMemory = 2,

    /// <summary>The predictor could not be loaded or its constructor could not be reached.</summary>
    Load = 3,

    /// <summary>The worker itself failed: the harness books this to nobody.</summary>
    Worker = 4,
}
