// expect: Accepted; holds: no-state
// A page of System V shared memory lives on without a process. The next case finds and removes it.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const int Key = 0x65766272, Create = 0x200, Remove = 0;
        int left = Libc.shmget(Key, 4096, 0x180);
        if (left >= 0)
        {
            Libc.shmctl(left, Remove, 0);
            throw new Breach("found the shared memory of an earlier case");
        }
        Libc.shmget(Key, 4096, Create | 0x180);
    }
}
