namespace Evaluator.Wire;

/// <summary>The figures of PROTOCOL.md that both sides must agree on.</summary>
public static class Protocol
{
    /// <summary>Raised by every change that an older runner would not understand; carried in Hello.</summary>
    public const uint Version = 1;

    /// <summary>A Failed frame's payload is cut to this many bytes before it is sent, and refused beyond it.</summary>
    public const int MaxFailureBytes = 64 * 1024;

    /// <summary>Days × event types: the doubles of one location in a month of <paramref name="days"/> days.</summary>
    public static int PredictionCount(int locations, int days) => checked(locations * days * 4);

    /// <summary>The order of the nine tables in the Tables file, which is the order of <c>setup</c>'s parameters.</summary>
    public const int TableCount = 9;
}
