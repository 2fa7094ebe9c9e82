using System.Collections;
using Evaluator.Worker.Walls;

namespace Evaluator.Worker;

/// <summary>
/// What the predictor sees of the world around it (ruling 10), the same at every sandbox level. The variables that steer the runtime and
/// the confinement have been read by now, and where things are installed differs from machine to machine: all of them go, but those
/// three that keep the machine's own settings out.
/// </summary>
internal static unsafe class Surroundings
{
    public static void Clear()
    {
        // The texts stay where the kernel has put them: emptying the list frees none.
        byte* home = LibC.Variable("HOME\0"u8), temporary = LibC.Variable("TMPDIR\0"u8), zone = LibC.Variable("TZ\0"u8);
        _ = LibC.clearenv();
        Keep("HOME\0"u8, home);
        Keep("TMPDIR\0"u8, temporary);
        Keep("TZ\0"u8, zone);
        // The framework has a list of its own since the process began.
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable.Key is string name and not ("HOME" or "TMPDIR" or "TZ"))
                Environment.SetEnvironmentVariable(name, null);
        }
    }

    private static void Keep(ReadOnlySpan<byte> name, byte* value)
    {
        fixed (byte* first = name)
        {
            if (value != null)
                _ = LibC.setenv(first, value, 1);
        }
    }
}
