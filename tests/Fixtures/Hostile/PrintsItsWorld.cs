// expect: Accepted; holds: small-world
// Prints what it sees of its surroundings: the same at every sandbox level and on every machine.

using System.Globalization;
using System.Runtime;

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        string[] variables = [.. Environment.GetEnvironmentVariables().Keys.Cast<string>().Order(StringComparer.Ordinal)];
        Console.WriteLine($"culture '{CultureInfo.CurrentCulture.Name}' and '{CultureInfo.CurrentUICulture.Name}', {1234.5}");
        Console.WriteLine($"time zone {TimeZoneInfo.Local.Id}, offset {TimeZoneInfo.Local.BaseUtcOffset}");
        Console.WriteLine($"processors {Environment.ProcessorCount}, server GC {GCSettings.IsServerGC}, {GCSettings.LatencyMode}");
        Console.WriteLine($"files in the working folder {Directory.GetFileSystemEntries(".").Length}");
        Console.WriteLine($"variables {string.Join(' ', variables)}");
        Console.WriteLine($"arguments {Environment.GetCommandLineArgs().Length}");

        if (CultureInfo.CurrentCulture.Name != "" || TimeZoneInfo.Local.BaseUtcOffset != TimeSpan.Zero || Environment.ProcessorCount != 1)
            throw new Breach("the culture is not invariant, the zone not UTC, or there is more than one processor");
        if (Directory.GetFileSystemEntries(".").Length != 0)
            throw new Breach("the working folder is not empty");
        string[] inherited = [.. variables.Where(name => name is not ("HOME" or "TMPDIR" or "TZ"))];
        if (inherited.Length > 0)
            throw new Breach("inherited " + string.Join(' ', inherited));
    }
}
