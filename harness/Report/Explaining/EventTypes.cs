namespace Evaluator.Report.Explaining;

/// <summary>The four types of events in their order, as people read them.</summary>
public static class EventTypes
{
    public const int Count = 4;

    public static IReadOnlyList<string> Names { get; } = ["disorder", "medical", "violent", "other"];
}
