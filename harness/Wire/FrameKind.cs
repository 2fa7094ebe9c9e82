namespace Evaluator.Wire;

/// <summary>What a frame carries. Requests come from the harness, replies from the worker; PROTOCOL.md has the payloads.</summary>
public enum FrameKind : byte
{
    Tables = 1,
    Load = 2,
    Setup = 3,
    ReceiveEvents = 4,
    Predict = 5,
    Bye = 6,

    Hello = 65,
    Done = 66,
    Predictions = 67,
    WrongFormat = 68,
    Failed = 69,
}
