// expect: Accepted; holds: no-tracing

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const long PidfdOpen = 434, PidfdGetfd = 438;
        long parent = Libc.syscall(PidfdOpen, Libc.getppid());
        if (parent >= 0)
            Breach.UnlessRefused("takes its parent's standard input", Libc.syscall(PidfdGetfd, parent, 0));
    }
}
