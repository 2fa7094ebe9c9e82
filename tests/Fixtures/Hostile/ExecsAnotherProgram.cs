// expect: Accepted; holds: no-new-processes
// Where it is let through, the process is another one: the case ends as Crashed without a word of this.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        foreach (string program in (string[])["/bin/true", "/usr/bin/true", Environment.ProcessPath!])
            Breach.UnlessRefused("execs " + program, Libc.execve(program, [program, null], [null]));
    }
}
