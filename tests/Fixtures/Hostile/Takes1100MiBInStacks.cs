// expect: MemoryLimit

using System.Runtime.CompilerServices;

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        using CountdownEvent touched = new(1100 / 50);
        using ManualResetEventSlim end = new();
        Thread[] threads = [.. Enumerable.Range(0, 1100 / 50).Select(_ => new Thread(() =>
        {
            Touch(50);
            touched.Signal();
            end.Wait();
        }, maxStackSize: 56 << 20))];
        foreach (Thread thread in threads)
            thread.Start();
        touched.Wait();
        end.Set();
        foreach (Thread thread in threads)
            thread.Join();
    }

    // Pages of a stack stay with their thread after the calls that touched them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static unsafe void Touch(int mebibytes)
    {
        byte* here = stackalloc byte[1 << 20];
        new Span<byte>(here, 1 << 20).Fill(1);
        if (mebibytes > 1)
            Touch(mebibytes - 1);
    }
}
