// expect: Crashed

using System.Runtime.InteropServices;

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Marshal.WriteByte(unchecked((nint)0x7000_0000_0000), 1);
}
