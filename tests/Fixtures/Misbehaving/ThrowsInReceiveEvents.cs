// expect: Crashed

public partial class BostonRiskPredictor
{
    partial void OnReceiveEvents(string group, int month, string[] emergencies)
    {
        throw new InvalidOperationException("from receiveEvents");
    }
}
