// expect: ProtocolViolation

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        byte[] garbage = new byte[64];
        Array.Fill(garbage, (byte)0xff);
        Wire.SendBytes(garbage);
    }
}
