namespace Evaluator.BoardSpecs.Board;

/// <summary>Somebody who asks the board.</summary>
[Flags]
internal enum Who
{
    Nobody = 0,

    /// <summary>Not signed in.</summary>
    Stranger = 1,

    /// <summary>A member of the team that is asked about.</summary>
    Own = 2,

    /// <summary>A member of another team.</summary>
    Other = 4,

    Organiser = 8,
}
