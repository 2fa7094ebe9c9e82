// expect: Accepted; holds: no-kernel-doors
// A ring makes system calls that no filter sees.

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        byte* parameters = stackalloc byte[120];
        new Span<byte>(parameters, 120).Clear();
        const long IoUringSetup = 425;
        Breach.UnlessRefused("an io_uring", Libc.syscall(IoUringSetup, 4, (long)parameters));
    }
}
