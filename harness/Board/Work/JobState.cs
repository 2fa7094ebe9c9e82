namespace Evaluator.Board.Work;

/// <summary>Where a job stands, as the database has it.</summary>
internal static class JobState
{
    public const string Waiting = "waiting";

    /// <summary>Somebody is at it, as long as the lease lasts.</summary>
    public const string Leased = "leased";

    public const string Done = "done";
}
