// expect: Accepted
// 300 MiB for a moment: whether anyone looks meanwhile or not, they were taken.

using System.Runtime.InteropServices;

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const nuint Bytes = (nuint)300 << 20;
        void* memory = NativeMemory.Alloc(Bytes);
        NativeMemory.Fill(memory, Bytes, 1);
        NativeMemory.Free(memory);
    }
}
