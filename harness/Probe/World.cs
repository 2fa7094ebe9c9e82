using System.Collections;
using System.Globalization;

namespace Evaluator.Probe;

internal static class World
{
    private static readonly string[] Variables = ["HOME", "TMPDIR", "TZ"];

    /// <returns>What is not as ruling 10 has it: UTC, invariant culture, one processor, an empty working folder, no inherited
    /// variable.</returns>
    public static string? FindDifference()
    {
        if (CultureInfo.CurrentCulture.Name.Length > 0 || CultureInfo.CurrentUICulture.Name.Length > 0)
            return $"culture {CultureInfo.CurrentCulture.Name}";
        if (TimeZoneInfo.Local.BaseUtcOffset != TimeSpan.Zero || TimeZoneInfo.Local.SupportsDaylightSavingTime)
            return $"time zone {TimeZoneInfo.Local.Id}";
        if (Environment.ProcessorCount != 1)
            return $"{Environment.ProcessorCount} processors";
        if (Directory.GetFileSystemEntries(".") is [var entry, ..])
            return $"the working folder holds {entry}";
        string[] others =
            [.. Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => (string)variable.Key).Except(Variables)];
        return others.Length > 0 ? $"variables {string.Join(' ', others)}" : null;
    }
}
