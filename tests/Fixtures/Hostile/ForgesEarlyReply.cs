// expect: ProtocolViolation
// Answers the next request before it is sent.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Wire.Send(4, Wire.Done, []);
}
