using System.Collections;

namespace Evaluator.Worker;

/// <summary>
/// Removes what the worker was started with from the predictor's view (ruling 10): the variables that steer the runtime have been
/// read by now, and where the runtime is installed differs from machine to machine.
/// </summary>
internal static class Surroundings
{
    public static void Clear()
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            Environment.SetEnvironmentVariable((string)variable.Key, null);
        _ = LibC.clearenv();
    }
}
