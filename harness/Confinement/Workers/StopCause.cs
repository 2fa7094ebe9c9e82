namespace Evaluator.Confinement.Workers;

/// <summary>Why a guard ended a worker. The first one counts.</summary>
public enum StopCause
{
    None,
    CpuLimit,
    WallLimit,
    MemoryLimit,
    NeverStarted,
    MachineTooBusy,
    MachineOutOfMemory,
    Cancelled,
    NotWatched,
}
