// expect: ProtocolViolation or Crashed
// Half a header, and gone.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        Wire.SendBytes([0, 0, 0]);
        Libc._exit(0);
    }
}
