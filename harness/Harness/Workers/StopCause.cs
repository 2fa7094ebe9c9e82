namespace Evaluator.Harness.Workers;

/// <summary>Why a guard ended a worker. The first one counts.</summary>
internal enum StopCause
{
    None,
    CpuLimit,
    WallLimit,
    MemoryLimit,
    NeverStarted,
    MachineTooBusy,
    MachineOutOfMemory,
    Cancelled,
}
