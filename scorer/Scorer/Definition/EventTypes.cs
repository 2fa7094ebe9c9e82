namespace Evaluator.Scorer.Definition;

/// <summary>The four types of emergencies, in the order of a prediction's innermost index, and what an error in each counts for.</summary>
public static class EventTypes
{
    public const int Disorder = 0;

    public const int Medical = 1;

    public const int Violent = 2;

    /// <summary>Everything that is none of the three.</summary>
    public const int Other = 3;

    public const int Count = 4;

    /// <summary>As people read them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["disorder", "medical", "violent", "other"];

    private const double DisorderWeight = 8, MedicalWeight = 6, ViolentWeight = 20, OtherWeight = 1;

    internal const double WeightSum = DisorderWeight + MedicalWeight + ViolentWeight + OtherWeight;

    /// <summary>What a squared error in each type counts for (CONTEST.md, "Scoring").</summary>
    public static IReadOnlyList<double> Weights { get; } = [DisorderWeight, MedicalWeight, ViolentWeight, OtherWeight];

    /// <summary>The types' forms, weighted and added in the order of the types.</summary>
    internal static double Weigh(double disorder, double medical, double violent, double other) =>
        ((DisorderWeight * disorder + MedicalWeight * medical) + ViolentWeight * violent) + OtherWeight * other;
}
