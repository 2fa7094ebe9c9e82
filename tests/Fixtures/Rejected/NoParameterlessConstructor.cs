// expect: Rejected
// The constructor wants an argument.

public partial class BostonRiskPredictor
{
    public BostonRiskPredictor(int seed) => Console.WriteLine(seed);
}
