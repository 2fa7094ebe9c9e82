// expect: Accepted
// The name of its main thread stands first in /proc/PID/status: whoever searches that text for a field finds the name.

using System.Runtime.InteropServices;

public unsafe partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        const long Prctl = 157;
        const int SetName = 15;
        foreach (string name
            in (string[])["RssAnon:x", "VmHWM:\t9999999", "x\nRssAnon:\ty", "\rRssAnon:\ty", "\rVmPTE: x", "Vm\0", ") R 1 ) 99 )"])
        {
            byte[] text = [.. System.Text.Encoding.UTF8.GetBytes(name), 0];
            fixed (byte* first = text)
                Libc.syscall(Prctl, SetName, (long)first);
            Thread.Sleep(30);
        }
    }
}
