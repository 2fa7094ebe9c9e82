// expect: Accepted; holds: no-new-processes
// The child sleeps for two minutes with every descriptor it inherited, the wire among them.

using System.Runtime.InteropServices;

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        nint libc = NativeLibrary.Load("libc.so.6");
        nint Export(string name) => NativeLibrary.GetExport(libc, name);
        var leave = (delegate* unmanaged<int, void>)Export("_exit");
        var sleep = (delegate* unmanaged<int, int>)Export("sleep");
        var fork = (delegate* unmanaged<int>)Export("fork");
        ((delegate* unmanaged<int, void>)Export("srand"))(1);   // same signatures: in the child no stub can be compiled any more
        ((delegate* unmanaged<int, int>)Export("abs"))(1);

        int child = fork();
        if (child == 0)
        {
            sleep(120);
            leave(0);
        }
        if (child > 0)
            throw new Breach("forked");
        Console.Error.WriteLine("refused: fork");
    }
}
