// expect: MemoryLimit

using System.Runtime.InteropServices;

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        for (int mebibytes = 0; mebibytes < 2048; mebibytes++)
            unsafe
            {
                NativeMemory.Fill(NativeMemory.Alloc(1 << 20), 1 << 20, 1);
            }
    }
}
