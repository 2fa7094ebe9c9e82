using System.Collections;
using Evaluator.Worker.Walls;

namespace Evaluator.Worker;

/// <summary>
/// What the predictor sees of the world around it (ruling 10), the same at every sandbox level. The variables that steer the runtime and
/// the confinement have been read by now, and where things are installed differs from machine to machine: all of them go, but those
/// three that keep the machine's own settings out.
/// </summary>
internal static class Surroundings
{
    private static readonly string[] Kept = ["HOME", "TMPDIR", "TZ"];

    public static void Clear()
    {
        _ = LibC.clearenv();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            string name = (string)variable.Key;
            if (Kept.Contains(name))
                _ = LibC.setenv(name, (string)variable.Value!, overwrite: 1);
            else
                Environment.SetEnvironmentVariable(name, null);
        }
    }
}
