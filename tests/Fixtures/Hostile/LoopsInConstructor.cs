// expect: TimeLimit

public partial class BostonRiskPredictor
{
    public BostonRiskPredictor()
    {
        while (true) { }
    }
}
