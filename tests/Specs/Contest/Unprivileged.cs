using System.Runtime.InteropServices;

namespace Evaluator.Specs.Contest;

/// <summary>
/// Runs something as a user whom file modes bind, also where the specs run as root: setfsuid(2) changes the one thread that calls it and
/// takes
/// root's power over files away with it.
/// </summary>
internal static partial class Unprivileged
{
    private const int Nobody = 65534;

    public static T Run<T>(Func<T> action)
    {
        if (!Environment.IsPrivilegedProcess)
            return action();
        T result = default!;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            _ = setfsuid(Nobody);
            failure = Record.Exception(() => result = action());
            _ = setfsuid(0);
        });
        thread.Start();
        thread.Join();
        return failure is null ? result : throw failure;
    }

    [LibraryImport("libc")]
    private static partial int setfsuid(int user);
}
