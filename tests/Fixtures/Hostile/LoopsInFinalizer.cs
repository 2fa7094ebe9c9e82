// expect: Accepted
// The calls are quick; what the finalizer burns ends with the process.

using System.Runtime.CompilerServices;

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        MakeGarbage();
        GC.Collect();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void MakeGarbage() => GC.KeepAlive(new Garbage());

    class Garbage
    {
        ~Garbage()
        {
            while (true) { }
        }
    }
}
