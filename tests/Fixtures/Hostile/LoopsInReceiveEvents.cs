// expect: TimeLimit

public partial class BostonRiskPredictor
{
    partial void OnReceiveEvents(string group, int month, string[] emergencies)
    {
        while (true) { }
    }
}
