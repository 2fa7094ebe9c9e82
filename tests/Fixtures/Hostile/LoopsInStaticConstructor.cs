// expect: TimeLimit

public partial class BostonRiskPredictor
{
    static BostonRiskPredictor()
    {
        while (Environment.TickCount64 >= 0) { }
    }
}
