using System.Runtime.InteropServices;

/// <summary>A forbidden thing worked. This leaves the call, so that verdict and message show what the sandbox let through.</summary>
class Breach(string what) : Exception("BREACH: " + what)
{
    /// <summary>Tries something that must be refused. A refusal is noted, and the case goes on.</summary>
    public static void Unless(string what, Action attemptIsRefused)
    {
        try
        {
            attemptIsRefused();
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or ExternalException or NotSupportedException)
        {
            Console.Error.WriteLine($"refused: {what}: {refusal.Message}");
            return;
        }
        throw new Breach(what);
    }

    /// <summary>The same for a system call that returns -1 and an errno when it is refused.</summary>
    public static void UnlessRefused(string what, long result)
    {
        string refusal = Marshal.GetLastPInvokeErrorMessage();  // before the console makes calls of its own
        if (result >= 0)
            throw new Breach(what);
        Console.Error.WriteLine($"refused: {what}: {refusal}");
    }
}
