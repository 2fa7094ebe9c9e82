// expect: MemoryLimit
// One array over the limit, on the large object heap.

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        byte[] large = GC.AllocateUninitializedArray<byte>(1_200 << 20);
        Array.Fill(large, (byte)1);
        GC.KeepAlive(large);
    }
}
