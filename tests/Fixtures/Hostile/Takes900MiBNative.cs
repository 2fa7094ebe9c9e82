// expect: Accepted

using System.Runtime.InteropServices;

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const nuint Bytes = (nuint)900 << 20;
        void* memory = NativeMemory.Alloc(Bytes);
        NativeMemory.Fill(memory, Bytes, 1);
        NativeMemory.Free(memory);
    }
}
