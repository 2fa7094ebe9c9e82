// expect: Accepted; holds: no-state
// Held and never released.

public partial class BostonRiskPredictor
{
    static Mutex? s_held;

    partial void OnSetup(string[] parcels)
    {
        try
        {
            s_held = new Mutex(initiallyOwned: true, @"Global\evaluator-breach", out bool created);
            if (!created)
                throw new Breach("found the mutex of an earlier case");
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            Console.Error.WriteLine("refused: a named mutex: " + refusal.Message);
        }
    }
}
