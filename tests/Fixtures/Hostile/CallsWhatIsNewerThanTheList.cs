// expect: Accepted; holds: no-kernel-doors
// Calls that came, or will come, after the filter was written: each has to be refused before anybody has heard of it.

using System.Runtime.InteropServices;

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const int NotPermitted = 1, NoSuchCall = 38, FirstNew = 424, AccessByPath = 439, FirstUnknown = 600;
        for (int call = FirstNew; call < FirstUnknown; call++)
        {
            if (call == AccessByPath)
                continue;
            long result = Libc.syscall(call, -1, -1, -1, -1, -1, -1);
            int error = Marshal.GetLastPInvokeError();
            if (result >= 0 || error is not (NotPermitted or NoSuchCall))
                throw new Breach($"call {call} returned {result}, error {error}");
        }
    }
}
