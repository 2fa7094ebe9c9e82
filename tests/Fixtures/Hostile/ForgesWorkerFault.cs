// expect: Crashed or ProtocolViolation
// Says in the worker's name that the worker is at fault, which would be booked to nobody and tried again.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        byte[] text = "out of disk"u8.ToArray();
        Wire.Send(3, Wire.Failed, [4, .. BitConverter.GetBytes(text.Length), .. text]);
        Thread.Sleep(Timeout.Infinite);
    }
}
