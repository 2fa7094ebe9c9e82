namespace Evaluator.Confinement.Sandbox;

/// <summary>
/// Theory of operation. What a predictor may ask of the kernel, as one seccomp program (kernel documentation,
/// userspace-api/seccomp_filter.rst). It is written here alone and handed to the worker, whatever its language, in a variable; the worker
/// installs it for all of its threads before it loads anything of the predictor (harness/Worker/Walls, harness/Runners/Native). It is
/// a list of what is allowed: a call that a later kernel brings is refused before anybody has heard of it. What is refused fails with an
/// error and nothing else happens: the verdict is what the predictor then does.
/// </summary>
/// <remarks>
/// The kernel remembers which calls are allowed whatever their arguments are, and does not run the program for them: a straight list costs
/// the predictor nothing. Arguments are looked at where a call can reach beyond the process.
/// </remarks>
internal static class SystemCallFilter
{
    private const uint Allow = 0x7fff0000, Fail = 0x00050000;
    private const uint NotPermitted = 1, TryAgain = 11, InvalidArgument = 22, NoSuchCall = 38;
    private const uint NumberAt = 0, ArchitectureAt = 4, ArgumentsAt = 16;
    private const uint X32Bit = 0x40000000;

    /// <summary>
    /// What the C libraries make a thread with: CLONE_VM, FS, FILES, SIGHAND, THREAD, SYSVSEM, SETTLS, PARENT_SETTID and CHILD_CLEARTID.
    /// Without FILES each thread has a table of descriptors of its own, which costs the kernel memory and time that nobody sees.
    /// </summary>
    private const uint Thread = 0x003d0f00;

    /// <summary>CLONE_DETACHED, which means nothing and which musl sets, and the signal at the end, which threads have not.</summary>
    private const uint OfNoMeaning = 0x004000ff;

    /// <summary>MAP_LOCKED, and MAP_HUGETLB: from a store of the whole machine, and in no figure of a process's memory.</summary>
    private const uint LockedOrHuge = 0x42000;
    private const uint Anonymous = 0x20, Shared = 0x1;

    /// <summary>MFD_HUGETLB.</summary>
    private const uint InHugePages = 4;

    /// <summary>MS_SYNC and MS_INVALIDATE: what .NET says before it lets a view of a file go.</summary>
    private const uint AsDotNetSyncs = 6;

    /// <summary>O_TRUNC, and it with O_WRONLY and O_RDWR: all that says what becomes of the file.</summary>
    private const uint Emptying = 0x200, HowOpened = 0x203;

    private const uint OfNoThreadGroup = 0x80000000, OfThread = 4;
    private const uint FutexPrivate = 0x80, FutexCommand = 0x7f, FutexWait = 0, FutexWaitBits = 9;

    /// <summary>
    /// MADV_NORMAL, RANDOM, SEQUENTIAL, DONTNEED, FREE, HUGEPAGE, NOHUGEPAGE, DONTDUMP, DODUMP, POPULATE_WRITE. Not WILLNEED, COLD and
    /// PAGEOUT, which move what others see of a file in and out of memory; not MERGEABLE, which shares pages with other processes.
    /// </summary>
    private static readonly uint[] OwnMemory = [0, 1, 2, 4, 8, 14, 15, 16, 17, 23];

    /// <summary>POSIX_FADV_NORMAL, RANDOM, SEQUENTIAL: not WILLNEED and DONTNEED, see above.</summary>
    private static readonly uint[] OwnReading = [0, 1, 2];

    /// <summary>
    /// F_DUPFD, GETFD, SETFD, GETFL, SETFL, DUPFD_CLOEXEC, GETPIPE_SZ. Not the locks and leases of files that others open, nor the signals
    /// that the kernel sends to whom one names, nor the room of a pipe, which is counted per user.
    /// </summary>
    private static readonly uint[] OwnDescriptors = [0, 1, 2, 3, 4, 1030, 1032];

    /// <summary>TCGETS, TCGETS2, TIOCGWINSZ, FIONREAD; and FIONBIO, FIOCLEX. Others change files and devices.</summary>
    private static readonly uint[] Questions = [0x5401, 0x802c542a, 0x5413, 0x541b, 0x5421, 0x5451];

    /// <summary>
    /// PR_GET_PDEATHSIG, GET_DUMPABLE, SET_NAME, GET_NAME, GET_SECCOMP, CAPBSET_READ, SET_TIMERSLACK, GET_TIMERSLACK, GET_NO_NEW_PRIVS,
    /// SVE_GET_VL. Not SET_PDEATHSIG: a worker must not outlive the harness; not SET_DUMPABLE: it would hide the worker from the polls of
    /// an ordinary user.
    /// </summary>
    private static readonly uint[] OwnWays = [2, 3, 15, 16, 21, 23, 29, 30, 39, 51];

    /// <summary>Bytes of a shared map without a file, where not every one can be looked into.</summary>
    internal const uint LargestSharedMap = 4 << 20;

    private static readonly Lazy<string> WithSharedMemory = new(() => Build(sharedMemory: true).ToString());
    private static readonly Lazy<string> WithoutSharedMemory = new(() => Build(sharedMemory: false).ToString());

    /// <param name="sharedMemory">Whether memory that is shared and of no file is let through in any size: where it is counted.</param>
    /// <returns>The program, for the worker's variable.</returns>
    public static string Text(bool sharedMemory) => (sharedMemory ? WithSharedMemory : WithoutSharedMemory).Value;

    internal static FilterProgram Build(bool sharedMemory)
    {
        var program = new FilterProgram();
        // Another architecture's numbers mean other calls: none of them is let through. x32 is one of those, under x64's name.
        program.Load(ArchitectureAt);
        program.JumpIfEqual(SystemCalls.Architecture, 1, 0);
        program.Return(Fail | NoSuchCall);
        program.Load(NumberAt);
        program.JumpIfAtLeast(X32Bit, 0, 1);
        program.Return(Fail | NoSuchCall);

        AddFutex(program);
        AddOpen(program);
        AddMemory(program, sharedMemory);
        AddClocks(program);
        AllowOnly(program, SystemCalls.FileControl, 1, OwnDescriptors);
        AllowOnly(program, SystemCalls.DeviceControl, 1, Questions);
        AllowOnly(program, SystemCalls.ProcessControl, 0, OwnWays);
        AllowOnly(program, SystemCalls.AdviseOnFile, 3, OwnReading);
        // Signals and limits: its own, which aborts and the runtimes need.
        AllowOnly(program, SystemCalls.Kill, 0, [FilterProgram.Self]);
        AllowOnly(program, SystemCalls.KillThread, 0, [FilterProgram.Self]);
        AllowOnly(program, SystemCalls.Limits, 0, [0, FilterProgram.Self]);
        program.IfEqual(SystemCalls.Clone, () =>
        {
            LoadArgument(program, 0);
            program.And(~OfNoMeaning);
            AllowIfEqual(program, Thread);
        });
        AddSyncs(program);
        AddCores(program);
        foreach (uint call in SystemCalls.AlwaysAllowed)
            program.IfEqual(call, () => program.Return(Allow));
        program.JumpIfAtLeast(SystemCalls.FirstOptional, 0, 1);
        program.Return(Fail | NoSuchCall);
        program.Return(Fail | NotPermitted);
        return program;
    }

    /// <summary>
    /// A futex that is not private lies in the kernel under the name of the file whose page it is on: who waits in one case is counted by
    /// who wakes in another. None is woken here. To wait for one, as the C library does for the end of a thread, is answered by "look
    /// again": the kernel wakes such a one at the end of any thread that names it, so that waiting would be hearing.
    /// </summary>
    private static void AddFutex(FilterProgram program) => program.IfEqual(SystemCalls.Futex, () =>
    {
        LoadArgument(program, 1);
        program.JumpIfAnySet(FutexPrivate, 0, 1);
        program.Return(Allow);
        program.And(FutexCommand);
        program.JumpIfEqual(FutexWait, 1, 0);
        program.JumpIfEqual(FutexWaitBits, 0, 1);
        program.Return(Fail | TryAgain);
        program.Return(Fail | NotPermitted);
    });

    /// <summary>
    /// A file that is opened for reading and emptied by that, as its owner may: Landlock before its third version (Linux 6.2) sees the
    /// reading alone, and truncate(2), which is on no list, not at all.
    /// </summary>
    private static void AddOpen(FilterProgram program)
    {
        foreach ((uint call, uint flags) in SystemCalls.Open)
        {
            program.IfEqual(call, () =>
            {
                LoadArgument(program, flags);
                program.And(HowOpened);
                program.JumpIfEqual(Emptying, 0, 1);
                program.Return(Fail | NotPermitted);
                program.Return(Allow);
            });
        }
    }

    /// <summary>
    /// Memory that is shared and of no file is kept by the kernel where an ordinary user's polls don't find it: behind a descriptor, or
    /// behind pages that were given up. Such a user's predictor gets it in small maps alone, each of which is counted as if it were full
    /// (the polls, in Workers): .NET puts an assembly that is loaded from bytes into one.
    /// </summary>
    private static void AddMemory(FilterProgram program, bool sharedMemory)
    {
        if (sharedMemory)
            program.IfEqual(SystemCalls.CreateFileInMemory, () => AllowUnlessHuge(program));
        program.IfEqual(SystemCalls.Map, () =>
        {
            LoadArgument(program, 3);
            program.JumpIfAnySet(LockedOrHuge, 7, 0);
            program.JumpIfAnySet(sharedMemory ? 0 : Anonymous, 0, 5);
            program.JumpIfAnySet(Shared, 0, 4);
            LoadUpperHalf(program, 1);
            program.JumpIfEqual(0, 0, 3);
            LoadArgument(program, 1);
            program.JumpIfAtLeast(LargestSharedMap + 1, 1, 0);
            program.Return(Allow);
            program.Return(Fail | NotPermitted);
        });
        AllowOnly(program, SystemCalls.Advise, 2, OwnMemory);
    }

    private static void AllowUnlessHuge(FilterProgram program)
    {
        LoadArgument(program, 1);
        program.JumpIfAnySet(InHugePages, 1, 0);
        program.Return(Allow);
        program.Return(Fail | NotPermitted);
    }

    /// <summary>
    /// A clock whose number is negative is another process's CPU time, unless it is marked as a thread's: then it is of this process.
    /// </summary>
    private static void AddClocks(FilterProgram program)
    {
        foreach (uint call in SystemCalls.Clocks)
        {
            program.IfEqual(call, () =>
            {
                LoadArgument(program, 0);
                program.JumpIfAnySet(OfNoThreadGroup, 0, 1);
                program.JumpIfAnySet(OfThread, 0, 1);
                program.Return(Allow);
                program.Return(Fail | NotPermitted);
            });
        }
    }

    /// <summary>
    /// No file is written to the disk because a predictor says so; its own folder is in memory. They fail with the error that means "this
    /// file can't be synced", which .NET takes for an answer; what .NET says before it lets go of a mapped file succeeds, and nothing is
    /// done.
    /// </summary>
    private static void AddSyncs(FilterProgram program)
    {
        foreach (uint call in SystemCalls.SyncFile)
            program.IfEqual(call, () => program.Return(Fail | InvalidArgument));
        program.IfEqual(SystemCalls.SyncMap, () =>
        {
            LoadArgument(program, 2);
            program.JumpIfEqual(AsDotNetSyncs, 0, 1);
            program.Return(Fail);    // errno 0: the call returns 0 without having been made
            program.Return(Fail | InvalidArgument);
        });
    }

    /// <summary>
    /// Whoever puts itself on one core makes a busy machine of an idle one, for itself and for its neighbours. .NET gives each thread that
    /// it starts the cores of the process, and ends it where that fails: so it succeeds, and nothing is done.
    /// </summary>
    private static void AddCores(FilterProgram program) => program.IfEqual(SystemCalls.ChooseCores, () =>
    {
        LoadArgument(program, 0);
        foreach (uint itself in (uint[])[0, FilterProgram.Self])
            program.IfEqual(itself, () => program.Return(Fail));    // errno 0
        program.Return(Fail | NotPermitted);
    });

    /// <summary>The call fails unless the lower half of an argument, which is all that the kernel looks at here, is one of these.</summary>
    private static void AllowOnly(FilterProgram program, uint call, uint argument, uint[] allowed) => program.IfEqual(call, () =>
    {
        LoadArgument(program, argument);
        foreach (uint value in allowed)
            program.IfEqual(value, () => program.Return(Allow));
        program.Return(Fail | NotPermitted);
    });

    private static void AllowIfEqual(FilterProgram program, uint value)
    {
        program.JumpIfEqual(value, 0, 1);
        program.Return(Allow);
        program.Return(Fail | NotPermitted);
    }

    private static void LoadArgument(FilterProgram program, uint argument) => program.Load(ArgumentsAt + 8 * argument);

    private static void LoadUpperHalf(FilterProgram program, uint argument) => program.Load(ArgumentsAt + 8 * argument + 4);
}
