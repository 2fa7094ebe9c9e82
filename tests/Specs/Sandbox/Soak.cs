namespace Evaluator.Specs.Sandbox;

/// <summary>The long proofs: what the tests do once or on few, often and on all. <c>./run-all.sh soak</c> turns them on.</summary>
internal static class Soak
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("EVALUATOR_SOAK") == "1";

    public static void Require() => Assert.SkipUnless(IsOn, "a long proof: set EVALUATOR_SOAK=1, or ./run-all.sh soak");
}
