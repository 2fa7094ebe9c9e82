using System.ComponentModel;
using System.Runtime.InteropServices;
using Evaluator.Worker.Walls;

namespace Evaluator.Worker;

/// <summary>Ties the worker's life to the harness's, so that a killed harness leaves no worker behind.</summary>
internal static class ParentDeath
{
    public static void EndWithParent()
    {
        int parent = LibC.getppid();
        if (LibC.prctl(LibC.PR_SET_PDEATHSIG, LibC.SIGKILL, 0, 0, 0) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError(), "prctl(PR_SET_PDEATHSIG) failed");

        // The parent may have died before the request was in: then nobody would ever send the signal.
        if (LibC.getppid() != parent)
            Environment.Exit(0);
    }
}
