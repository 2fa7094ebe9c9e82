// expect: ProtocolViolation
// Answers for the worker, which then answers again. Requests are counted from 1, and Setup is the third.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Wire.Send(3, Wire.Done, []);
}
