// expect: ProtocolViolation

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Wire.Send(0, Wire.Hello, [1, 0, 0, 0]);
}
