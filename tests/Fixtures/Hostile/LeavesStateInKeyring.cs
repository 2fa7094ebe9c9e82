// expect: Accepted; holds: no-state
// The kernel keeps keys for a user, whatever the process, folder or namespace of files. Removed at once.

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const long AddKey = 248, Keyctl = 250, UserKeyring = -4, Unlink = 9;
        fixed (byte* type = "user\0"u8, name = "evaluator-breach\0"u8)
        {
            long key = Libc.syscall(AddKey, (long)type, (long)name, (long)name, 8, UserKeyring);
            if (key >= 0)
                Libc.syscall(Keyctl, Unlink, key, UserKeyring);
            Breach.UnlessRefused("leaves a key in the kernel", key);
        }
    }
}
