using Evaluator.Confinement.Sandbox;

namespace Evaluator.Confinement.Workers;

/// <summary>What a worker is shown besides the runtime and itself, read-only.</summary>
/// <param name="SubmissionFolder">The submission's closure, and nothing else.</param>
/// <param name="SubmissionFile">Name of the predictor's binary in it.</param>
/// <param name="TablesFile">The nine tables of setup; null where setup is not called.</param>
public sealed record WorkerFiles(string SubmissionFolder, string SubmissionFile, string? TablesFile)
{
    /// <summary>Where a worker finds the tables, seen from inside.</summary>
    public const string TablesInside = Bubblewrap.Home + "/tables.bin";

    /// <summary>Rules of public record, for a predictor of any language; a JDK brings its own as well.</summary>
    private const string TimeZones = "/usr/share/zoneinfo";

    private const string FolderInside = Bubblewrap.Home + "/submission";

    /// <summary>Where a worker finds the predictor, seen from inside.</summary>
    public string SubmissionInside => $"{FolderInside}/{SubmissionFile}";

    /// <summary>The path inside, and the path outside.</summary>
    public Dictionary<string, string> Shown()
    {
        var shown = new Dictionary<string, string> { [FolderInside] = SubmissionFolder };
        if (TablesFile is not null)
            shown[TablesInside] = TablesFile;
        if (Directory.Exists(TimeZones))
            shown[TimeZones] = TimeZones;
        return shown;
    }
}
