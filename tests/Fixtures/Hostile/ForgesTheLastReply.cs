// expect: ProtocolViolation
// Answers the last request for the worker, whose own answer is one too many: nobody waits for it but the farewell.

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        const ushort LastPredict = 18;
        if (month == 12)
            Wire.Send(LastPredict, Wire.Predictions, new byte[8 * prediction.Length]);
    }
}
