// expect: Accepted; holds: no-locks
// A lock on a file that the next worker or the harness opens makes them fail; two cases at the same time can talk through it.

using System.Runtime.InteropServices;

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const long Flock = 73, Fcntl = 72;
        const int ExclusiveNow = 2 | 4, GetLock = 5, SetLock = 6, GetOpenLock = 36, SetOpenLock = 37, SetLease = 1024;
        string[] files = [typeof(BostonRiskPredictor).Assembly.Location, AppContext.BaseDirectory + "Evaluator.Worker.dll",
            RuntimeEnvironment.GetRuntimeDirectory() + "libcoreclr.so"];
        byte* region = stackalloc byte[32];    // struct flock: F_RDLCK, the whole file
        new Span<byte>(region, 32).Clear();
        foreach (string file in files)
        {
            int open = Libc.open(file, Libc.O_RDONLY);
            if (open < 0)
                throw new FileNotFoundException(file);
            Breach.UnlessRefused("locks " + file, Libc.syscall(Flock, open, ExclusiveNow));
            foreach (int command in (int[])[GetLock, SetLock, GetOpenLock, SetOpenLock])
                Breach.UnlessRefused($"region locks {command} of {file}", Libc.syscall(Fcntl, open, command, (long)region));
            Breach.UnlessRefused("leases " + file, Libc.syscall(Fcntl, open, SetLease, 0));
            Libc.close(open);
        }
        // What .NET itself does with a file goes on without: a lock is advice there.
        string mine = Path.Combine(Path.GetTempPath(), "mine");
        File.WriteAllText(mine, "1");
        File.Copy(mine, mine + "2");
        File.AppendAllText(mine, File.ReadAllText(mine + "2"));
        if (File.ReadAllText(mine) != "11")
            throw new InvalidOperationException("files of its own do not work any more");
    }
}
