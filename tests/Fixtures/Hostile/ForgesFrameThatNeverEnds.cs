// expect: TimeLimit; reason: idle
// A right header, a byte of the payload, and then nothing.

public partial class BostonRiskPredictor
{
    ushort _sequence = 2;

    partial void OnSetup(string[] parcels) => _sequence++;

    partial void OnReceiveEvents(string group, int month, string[] emergencies) => _sequence++;

    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        Wire.Send(++_sequence, Wire.Predictions, (uint)prediction.Length * 8, [0]);
        Thread.Sleep(Timeout.Infinite);
    }
}
