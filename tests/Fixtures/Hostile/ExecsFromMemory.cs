// expect: Accepted; holds: no-new-processes
// A program that never was a file: no path to hide from it.

using Microsoft.Win32.SafeHandles;

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        int memory = Libc.memfd_create("program", 0);
        if (memory < 0)
            return;
        using (FileStream copy = new(new SafeFileHandle(memory, ownsHandle: false), FileAccess.Write))
            copy.Write(File.ReadAllBytes(Environment.ProcessPath!));
        Breach.UnlessRefused("execs a program in memory", Libc.execve($"/proc/self/fd/{memory}", ["program", null], [null]));
    }
}
