namespace Evaluator.Standings.Contests;

/// <summary>Names of separate runs that are no hardware profile of the challenge.</summary>
internal static class EvaluationProfiles
{
    /// <summary>A second run under the phase's own limits: a time has to hold twice.</summary>
    public const string Again = "again";
}
