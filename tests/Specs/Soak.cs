using System.Globalization;

namespace Evaluator.Specs;

/// <summary>The long proofs: what the tests do once or on few, often and on all. <c>./run-all.sh soak</c> turns them on.</summary>
internal static class Soak
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("EVALUATOR_SOAK") == "1";

    /// <summary>How many of something random are tried; EVALUATOR_FUZZ says another number.</summary>
    public static int Count(int inTests, int inSoak) =>
        int.TryParse(Environment.GetEnvironmentVariable("EVALUATOR_FUZZ"), CultureInfo.InvariantCulture, out int told) ? told
        : IsOn ? inSoak : inTests;

    public static void Require() => Assert.SkipUnless(IsOn, "a long proof: set EVALUATOR_SOAK=1, or ./run-all.sh soak");
}
