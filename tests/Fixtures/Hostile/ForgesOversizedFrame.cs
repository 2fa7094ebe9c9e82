// expect: ProtocolViolation
// A length of 4 GiB: nobody may reserve that much.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Wire.Send(3, Wire.Done, uint.MaxValue, []);
}
