// expect: Accepted
// Brings an assembly named like our own.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        if (Evaluator.Wire.Frame.Whose != "the competitor's")
            throw new InvalidOperationException("got somebody else's Evaluator.Wire");
    }
}
