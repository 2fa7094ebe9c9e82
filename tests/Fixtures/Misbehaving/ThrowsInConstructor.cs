// expect: Crashed

public partial class BostonRiskPredictor
{
    public BostonRiskPredictor() => throw new InvalidOperationException("from the constructor");
}
