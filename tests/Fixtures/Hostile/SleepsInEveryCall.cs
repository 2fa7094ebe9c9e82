// expect: TimeLimit; reason: idle
// 5 s a call: none is long, together they are over the wall-clock limit.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Thread.Sleep(5000);

    partial void OnReceiveEvents(string group, int month, string[] emergencies) => Thread.Sleep(5000);

    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction) => Thread.Sleep(5000);
}
