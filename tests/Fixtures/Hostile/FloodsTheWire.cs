// expect: ProtocolViolation
// 64 MiB, none of it due.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        byte[] garbage = new byte[1 << 20];
        for (int mebibytes = 0; mebibytes < 64; mebibytes++)
            Wire.SendBytes(garbage);
    }
}
