// expect: Accepted

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        byte[][] kept = new byte[900][];
        for (int mebibyte = 0; mebibyte < kept.Length; mebibyte++)
            Array.Fill(kept[mebibyte] = new byte[(1 << 20) - 64], (byte)1);
        GC.KeepAlive(kept);
    }
}
