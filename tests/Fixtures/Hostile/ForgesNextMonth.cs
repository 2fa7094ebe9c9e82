// expect: ProtocolViolation
// Answers this prediction, and at once the next month's too.

public partial class BostonRiskPredictor
{
    ushort _sequence = 2;

    partial void OnSetup(string[] parcels) => _sequence++;

    partial void OnReceiveEvents(string group, int month, string[] emergencies) => _sequence++;

    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        _sequence++;
        Wire.Send(_sequence, Wire.Predictions, new byte[prediction.Length * 8]);
        int next = locations.Length * DateTime.DaysInMonth(2011, month % 12 + 1) * 4;
        Wire.Send((ushort)(_sequence + 2), Wire.Predictions, new byte[next * 8]);
    }
}
