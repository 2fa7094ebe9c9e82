// expect: Crashed

using System.Runtime.CompilerServices;

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        MakeGarbage();
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void MakeGarbage() => GC.KeepAlive(new Garbage());

    class Garbage
    {
        ~Garbage() => throw new InvalidOperationException("from a finalizer");
    }
}
