namespace Evaluator.Contest.Files;

/// <summary>The four kinds of event files, in the order <c>receiveEvents</c> takes them.</summary>
internal enum EventKind
{
    Crm,
    Violations,
    Permits,
    Emergencies,
}
