using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evaluator.Cli.Commands;
using Evaluator.Cli.Conduct;
using Evaluator.Contest;
using Evaluator.Contest.Handout;
using Evaluator.Contest.Package;

namespace Evaluator.Cli.Handouts;

/// <summary>
/// The Boston contest as the folder of a challenge, made of a data package: what competitors get in <c>files/</c> (data, starter kits, the
/// baseline), the story, the rules, and phases for the sets that the package has. The package itself stays where it is; answers are nowhere
/// in the folder.
/// </summary>
internal static class BostonChallenge
{
    public const string SetOne = "boston-set-1.zip", SetTwo = "boston-set-2.zip", Baseline = "SmoothedRate.cs";

    private const string Resources = "Handouts/", KitName = "MyPredictor";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>When the contest's phases begin and end, UTC.</summary>
    public sealed record Times(DateTimeOffset Opens, DateTimeOffset Closes)
    {
        private static readonly TimeSpan Usual = TimeSpan.FromDays(30);

        /// <summary>From this day on, for 30 days.</summary>
        public static Times FromToday()
        {
            var today = new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero);
            return new Times(today, today + Usual);
        }
    }

    /// <summary>The zip of a language's starter kit.</summary>
    public static string Starter(string language) => $"starter-{language}.zip";

    /// <param name="progress">Told the files of the data that are written.</param>
    /// <exception cref="UsageException">The folder is there and not empty. Nothing was touched.</exception>
    /// <exception cref="PackageException">The package can't be a contest: no examples, no column of dates.</exception>
    public static void Write(
        DataPackage package, string folder, Times times, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            throw new UsageException(
                $"{target} is there already and not empty; name a folder that does not exist, or remove it first. Nothing was touched.");
        string partial = target + ".partial";
        if (Directory.Exists(partial))
            Directory.Delete(partial, recursive: true);
        try
        {
            WriteWhole(package, partial, times, progress, cancel);
            if (Directory.Exists(target))
                Directory.Delete(target);
            Directory.Move(partial, target);
        }
        finally
        {
            if (Directory.Exists(partial))
                Directory.Delete(partial, recursive: true);
        }
    }

    private static void WriteWhole(DataPackage package, string folder, Times times, IProgress<int>? progress, CancellationToken cancel)
    {
        var data = new CompetitorData(package);
        string files = Directory.CreateDirectory(Path.Combine(folder, "files")).FullName;
        Directory.CreateDirectory(
            Path.Combine(folder, "secret"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        int written = 0;
        foreach ((string name, IEnumerable<HandedOutFile> set) in new[] { (SetOne, data.SetOne()), (SetTwo, data.SetTwo()) })
        {
            using var zip = new HandoutZip(Path.Combine(files, name));
            foreach (HandedOutFile file in set)
            {
                cancel.ThrowIfCancellationRequested();
                zip.Add("boston/" + file.Path, file.Bytes);
                progress?.Report(++written);
            }
        }
        foreach (string language in StarterKit.Languages)
            WriteKit(files, language);
        Save(files, Baseline, Carried(Baseline));
        Save(folder, "story.md", Carried("story.md"));
        Save(folder, "rules.md", Carried("rules.md"));
        Save(folder, "challenge.json", Definition(package, times));
    }

    private static void WriteKit(string files, string language)
    {
        using var zip = new HandoutZip(Path.Combine(files, Starter(language)));
        foreach ((string path, string text, bool executable) in new StarterKit(language).Files(KitName))
            zip.Add($"{KitName}/{path}", text, executable);
    }

    private static string Definition(DataPackage package, Times times)
    {
        var phases = new JsonArray(ExamplePhase(times));
        if (package.HasSet("provisional"))
            phases.Add(ContestPhase(times, withFinal: package.HasSet("final")));
        var definition = new JsonObject
        {
            ["name"] = "boston-risk",
            ["title"] = "Boston Risk Predictor",
            ["summary"] = "How many emergencies will there be at each address of Boston, on each day of autumn, of four types?",
            ["language"] = "en",
            ["kind"] = "predictor",
            ["signIn"] = "invitation",
            ["tags"] = new JsonObject
            {
                ["domain"] = new JsonArray("city", "public safety"),
                ["skill"] = new JsonArray("forecasting"),
                ["kind"] = new JsonArray("code")
            },
            ["easyStart"] = Starter("cs"),
            ["teams"] = new JsonObject { ["cap"] = 5 },
            ["rules"] = new JsonObject { ["version"] = 1, ["file"] = "rules.md" },
            ["predictor"] = new JsonObject
            {
                ["languages"] = new JsonArray("cs", "vb", "cpp", "java", "dll", "jar"),
                ["cpuSeconds"] = 30,
                ["memoryMebibytes"] = 1024,
                ["largestBytes"] = 1_000_000,
            },
            ["columns"] = new JsonArray(
                Column("score", "Score", null, "more", 6), Column("accepted", "Cases accepted", null, "more", 0),
                Column("cpuSeconds", "Slowest case", "s", "less", 2),
                Column("cpuSecondsInTotal", "CPU time in all", "s", "less", 1), Column("peakMemory", "Peak memory", "MiB", "less", 0)),
            ["phases"] = phases,
            ["baselines"] = new JsonArray(
                new JsonObject { ["name"] = "smoothed-rate", ["title"] = "SmoothedRate", ["file"] = Baseline, ["start"] = true }),
        };
        return definition.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Column(string name, string title, string? unit, string better, int decimals)
    {
        var column = new JsonObject { ["name"] = name, ["title"] = title, ["better"] = better, ["decimals"] = decimals };
        if (unit is not null)
            column["unit"] = unit;
        return column;
    }

    private static JsonObject ExamplePhase(Times times) => new()
    {
        ["name"] = "example",
        ["title"] = "Examples",
        ["text"] = "The five block groups whose autumn you have. To see that your predictor runs here as at home; nobody wins it.",
        ["opens"] = Moment(times.Opens),
        ["set"] = "example",
        ["quotas"] = new JsonObject { ["attempted"] = new JsonObject { ["aDay"] = 50 }, ["inFlight"] = 2 },
        ["release"] = "raw",
        ["rank"] = new JsonArray("score"),
    };

    private static JsonObject ContestPhase(Times times, bool withFinal)
    {
        var phase = new JsonObject
        {
            ["name"] = "provisional",
            ["title"] = "The contest",
            ["text"] = "Block groups whose autumn nobody has. You see improvements over the baseline that are more than luck."
                + (withFinal ? " After the close, the two submissions that you choose are played on the final set, and that decides." : ""),
            ["opens"] = Moment(times.Opens),
            ["closes"] = Moment(times.Closes),
            ["set"] = "provisional",
        };
        if (withFinal)
            phase["finalSet"] = "final";
        phase["documentsUntil"] = Moment(times.Closes.AddDays(14));
        phase["quotas"] = new JsonObject
        {
            ["scored"] = new JsonObject { ["aDay"] = 5 },
            ["attempted"] = new JsonObject { ["aDay"] = 20 },
            ["inFlight"] = 2,
        };
        phase["release"] = "ladder";
        phase["rank"] = new JsonArray("score");
        return phase;
    }

    private static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Carried(string file)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resources + file)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static void Save(string folder, string name, string text) =>
        File.WriteAllText(Path.Combine(folder, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
}
