namespace Evaluator.Worker.Walls;

/// <summary>Root's powers, given up for good.</summary>
internal static unsafe class Privileges
{
    private const int HighestCapability = 63;
    private const uint CapabilityVersion = 0x20080522;    // _LINUX_CAPABILITY_VERSION_3

    /// <param name="user">The user and group to become, for root; null to stay who we are.</param>
    /// <param name="folder">What the new user gets to own.</param>
    public static void GiveUp(uint? user, string folder)
    {
        if (LibC.geteuid() != 0)
            return;
        for (nuint capability = 0; capability <= HighestCapability; capability++)
            _ = LibC.prctl(LibC.PR_CAPBSET_DROP, capability, 0, 0, 0);    // fails past the last one that the kernel knows
        if (user is { } nobody)
        {
            LibC.Checked(LibC.chown(folder, nobody, nobody), "give away", folder);
            LibC.Checked(LibC.setgroups(0, null), "leave the groups");
            LibC.Checked(LibC.setresgid(nobody, nobody, nobody), "change the group");
            LibC.Checked(LibC.setresuid(nobody, nobody, nobody), "change the user");
        }
        uint* header = stackalloc uint[] { CapabilityVersion, 0 };
        uint* none = stackalloc uint[6];
        new Span<uint>(none, 6).Clear();
        LibC.Checked(LibC.syscall(SystemCalls.CapSet, (nint)header, (nint)none, 0, 0), "drop the capabilities");
    }
}
