using System.IO.Compression;
using System.Text.RegularExpressions;
using Evaluator.Challenges;
using Evaluator.Challenges.Reading;
using Evaluator.Cli.Handouts;
using Evaluator.Contest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Lines;
using Evaluator.Contest.Lint;
using Evaluator.Contest.Package;
using Evaluator.Specs.City;
using Evaluator.Specs.Contest;

namespace Evaluator.Specs.Handout;

/// <summary>What competitors get of the Boston contest, row by row: everything that is open, and nothing that is closed.</summary>
public sealed partial class BostonChallengeSpecs(GeneratedCity city) : IDisposable
{
    private const int LastOpenDay = 2011_08_31, LastOpenCount = 2011_08_24, LastDayBefore = 2010_12_31;

    private static readonly BostonChallenge.Times Times =
        new(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));

    private readonly string parent = Directory.CreateTempSubdirectory("boston-challenge-").FullName;

    [Fact]
    public void No_row_of_the_city_that_is_closed_is_handed_out_and_no_open_one_is_missing() => AssertCut(city.Open());

    [Fact]
    public void No_row_of_Boston_that_is_closed_is_handed_out_and_no_open_one_is_missing() => AssertCut(BostonPackage.OpenOrSkip());

    [Fact]
    public void A_row_of_autumn_in_a_file_of_summer_stays_back_unless_its_block_group_is_an_example()
    {
        using SmallPackage package = WithClosedBlockGroup();
        string[] kinds = ["crm", "violations", "permits", "emergencies"];
        foreach (string kind in kinds)
        {
            string header = kind == "emergencies" ? SmallPackage.EmergencyHeader : kind == "crm"
                ? "CASE_ENQUIRY_ID\tTYPE\tpropID\tOPEN_DT\n" : "AddressID\tdate\n";
            int column = header.Split('\t').Length - 1;
            string Row(string date) => string.Join('\t', Enumerable.Repeat("x", column).Append(date)) + "\n";
            foreach (string blockGroup in (string[])[SmallPackage.BlockGroup, Closed])
                package.Write($"events/{kind}-{blockGroup}-8.csv",
                    header + Row("2011-08-31") + Row("9/1/2011 00:10:00") + Row("2012-01-01") + Row("no date"));
        }
        Unpacked files = Unpacked.Read(Written(package.Open()));
        foreach (string kind in kinds)
        {
            Assert.Equal(5, LinesOf(files, $"events/{kind}-{SmallPackage.BlockGroup}-8.csv").Length);
            Assert.Equal(["2011-08-31", "no date"],
                LinesOf(files, $"events/{kind}-{Closed}-8.csv")[1..].Select(line => line.Split('\t')[^1]));
        }
    }

    [Fact]
    public void Dates_under_another_name_are_found_in_any_field()
    {
        using SmallPackage package = WithClosedBlockGroup();
        package.Write($"events/permits-{Closed}-3.csv", "PermitNumber\tissued\tBlock\nP1\t2011-03-05\tA1\nP2\t2011-10-05\tA1\n");
        package.Write("geography/Foreclosure_Deeds.csv", "ParcelID\tSold\n1\t2011-08-31\n2\t2011-09-01\n3\t\n");
        package.Write("geography/Event_counts.csv", "day\tDisorder\n2011-08-24\t1\n2011-08-25\t2\n");
        Unpacked files = Unpacked.Read(Written(package.Open()));
        Assert.Equal(["PermitNumber\tissued\tBlock", "P1\t2011-03-05\tA1"], LinesOf(files, $"events/permits-{Closed}-3.csv"));
        Assert.Equal(["ParcelID\tSold", "1\t2011-08-31"], LinesOf(files, "geography/Foreclosure_Deeds.csv"));
        Assert.Equal(["day\tDisorder", "2011-08-24\t1"], LinesOf(files, "geography/Event_counts.csv"));
    }

    [Fact]
    public void Of_the_years_before_only_what_is_dated_so_is_handed_out()
    {
        using SmallPackage package = WithClosedBlockGroup();
        package.Write("events/violations-PAST.csv", "CaseNumber\tdate\n1\t2010-12-31\n2\t2011-01-01\n3\t\n4\t2011-11-11\n");
        Assert.Equal(["CaseNumber\tdate", "1\t2010-12-31"], LinesOf(Unpacked.Read(Written(package.Open())), "events/violations-PAST.csv"));
    }

    [Fact]
    public void Files_that_the_contest_does_not_know_stay_where_they_are()
    {
        using SmallPackage package = WithClosedBlockGroup();
        foreach (string name in (string[])["answers.csv", "events/emergencies-all.csv", $"events/emergencies-{Closed}-13.csv",
            "events/emergencies-2011.csv", "sets/provisional.txt", "notes.txt"])
            package.Write(name, name.StartsWith("sets/", StringComparison.Ordinal) ? Closed + "\n" : "secret\n");
        Unpacked files = Unpacked.Read(Written(package.Open()));
        Assert.NotEmpty(files.Files);
        Assert.DoesNotContain(files.Files,
            file => file.Name.Contains("sets/provisional", StringComparison.Ordinal) || file.Lines is ["secret"]);
    }

    [Fact]
    public void The_examples_are_run_on_what_competitors_unpack()
    {
        string challenge = Written(city.Open());
        string folder = Path.Combine(parent, "unpacked");
        foreach (string set in (string[])[BostonChallenge.SetOne, BostonChallenge.SetTwo])
            ZipFile.ExtractToDirectory(Path.Combine(challenge, "files", set), folder);
        DataPackage whole = city.Open(), given = DataPackage.Open(Path.Combine(folder, "boston"));
        given.RequireRunnable(given.Set("example"), CallingSequence.Official);
        Assert.Equal(whole.Set("example"), given.Set("example"));
        foreach (string blockGroup in whole.Set("example"))
        {
            for (int month = 1; month <= 12; month++)
            {
                using MonthEvents there = whole.ReadMonth(blockGroup, month), here = given.ReadMonth(blockGroup, month);
                foreach ((TextLines expected, TextLines found) in ((TextLines, TextLines)[])
                    [(there.Crms, here.Crms), (there.Violations, here.Violations), (there.Permits, here.Permits),
                        (there.Emergencies, here.Emergencies)])
                    Assert.True(expected.Bytes.SequenceEqual(found.Bytes) && expected.Ends.SequenceEqual(found.Ends));
            }
        }
        using StaticTables told = whole.ReadStaticTables(), known = given.ReadStaticTables();
        Assert.Equal(told.Tables.Select(table => table.Count), known.Tables.Select(table => table.Count));
    }

    [Fact]
    public void The_challenge_has_the_sets_as_phases_and_a_kit_for_each_language()
    {
        ChallengeFolder folder = ChallengeFolder.Read(Written(city.Open()));
        Challenge challenge = folder.Challenge;
        Assert.Equal(ChallengeKind.Predictor, challenge.Kind);
        Assert.Equal(["example", "provisional"], challenge.Phases.Select(phase => phase.Set));
        Assert.Equal((Release.Ladder, "final", Times.Closes),
            (challenge.Phases[1].Release, challenge.Phases[1].FinalSet, challenge.Phases[1].Closes));
        Assert.Equal(["score", "accepted", "cpuSeconds", "cpuSecondsInTotal", "peakMemory"],
            challenge.Columns.Select(column => column.Name));
        Assert.True(Assert.Single(challenge.Baselines).Start);
        string[] kits = [.. Evaluator.Cli.Commands.StarterKit.Languages.Select(BostonChallenge.Starter)];
        Assert.Equal(4, kits.Length);
        Assert.Equal(kits.Append(BostonChallenge.Baseline).Append(BostonChallenge.SetOne).Append(BostonChallenge.SetTwo)
            .Order(StringComparer.Ordinal), folder.Files());
        Assert.DoesNotContain(kits, kit => !challenge.Story.Contains(kit, StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(folder.Path, "secret")));
        Unpacked files = Unpacked.Read(folder.Path);
        Assert.Equal(4, files.Files.Count(file => file.Name.EndsWith("README.md", StringComparison.Ordinal)));
        Assert.DoesNotContain(files.Files, file => file.Name.StartsWith("starter-", StringComparison.Ordinal)
            && file.Lines.Any(line => line.Contains("KITNAME", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_same_data_make_the_same_folder()
    {
        string first = Written(city.Open()), second = Written(city.Open());
        string[] names =
            [.. Directory.EnumerateFiles(first, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(first, path))];
        Assert.NotEmpty(names);
        Assert.DoesNotContain(names,
            name => !File.ReadAllBytes(Path.Combine(first, name)).SequenceEqual(File.ReadAllBytes(Path.Combine(second, name))));
    }

    [Fact]
    public void Without_examples_there_is_no_contest()
    {
        using var package = SmallPackage.OfOneCase();
        package.Remove("sets/example.txt");
        Assert.Contains("sets/example.txt", Assert.Throws<PackageException>(() => Written(package.Open())).Message,
            StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(parent));
    }

    public void Dispose() => Directory.Delete(parent, recursive: true);

    private const string Closed = "250250001002";

    private static SmallPackage WithClosedBlockGroup()
    {
        var package = SmallPackage.OfOneCase();
        package.Write($"locations/loc-{Closed}.csv", "Ref_ID\tpropID\n7\tA1\n");
        return package;
    }

    private string Written(DataPackage package)
    {
        string folder = Path.Combine(parent, Guid.NewGuid().ToString("N"));
        BostonChallenge.Write(package, folder, Times, cancel: TestContext.Current.CancellationToken);
        return folder;
    }

    private void AssertCut(DataPackage package)
    {
        HashSet<string> examples = [.. package.Set("example")];
        Unpacked files = Unpacked.Read(Written(package));
        Dictionary<string, string[]> sources = Directory.EnumerateFiles(package.Folder, "*.csv", SearchOption.AllDirectories)
            .Where(path => !path.Contains("__MACOSX", StringComparison.Ordinal)
                && !Path.GetFileName(path).StartsWith("._", StringComparison.Ordinal))
            .DistinctBy(path => Path.GetFileName(path))
                .ToDictionary(path => Path.GetFileName(path), path => Unpacked.LinesOf(File.ReadAllBytes(path)), StringComparer.Ordinal);
        HashSet<string> closedAutumn = [.. sources.Where(file => IsClosed(file.Key, examples)).SelectMany(file => file.Value.Skip(1))];
        Assert.NotEmpty(closedAutumn);

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((string name, string[] lines) in files.Files)
        {
            if (!name.StartsWith("boston-set-", StringComparison.Ordinal))
                continue;
            string file = Path.GetFileName(name);
            Assert.True(seen.Add(file), $"{name} is there twice");
            Assert.False(IsClosed(file, examples), $"{name} is closed");
            Assert.Empty(lines.Intersect(closedAutumn).Where(line => Unpacked.DatesIn(line).Any(date => date > LastOpenDay)));
            int lastDay = LastDayOf(file, examples);
            if (lastDay < int.MaxValue)
            {
                Assert.DoesNotContain(lines, line => Unpacked.DatesIn(line).Any(date => date > lastDay));
                string[] open =
                    [.. sources[file].Where((line, i) => i == 0 || !Unpacked.DatesIn(line).Any(date => date > lastDay)
                        && (Unpacked.DatesIn(line).Any() || KeepsUndated(file)))];
                Assert.Equal(open, lines);
            }
            else if (sources.TryGetValue(file, out string[]? whole))
                Assert.Equal(whole, lines);
        }
        Assert.Equal(["example.txt"], seen.Where(name => name.EndsWith(".txt", StringComparison.Ordinal)));
        Assert.Empty(sources.Keys.Where(name => !IsClosed(name, examples)).Except(seen));
    }

    /// <summary>An event file of autumn of a block group that is no example.</summary>
    private static bool IsClosed(string name, HashSet<string> examples) =>
        EventFile().Match(name) is { Success: true } match && int.Parse(match.Groups[2].Value) > 8
        && !examples.Contains(match.Groups[1].Value);

    private static int LastDayOf(string name, HashSet<string> examples)
    {
        if (name.StartsWith("Foreclosure_", StringComparison.Ordinal))
            return LastOpenDay;
        if (name == "Event_counts.csv")
            return LastOpenCount;
        if (name.EndsWith("-PAST.csv", StringComparison.Ordinal))
            return LastDayBefore;
        return EventFile().Match(name) is { Success: true } match && !examples.Contains(match.Groups[1].Value) ? LastOpenDay : int.MaxValue;
    }

    private static bool KeepsUndated(string name) => EventFile().IsMatch(name);

    private static string[] LinesOf(Unpacked files, string name) =>
        files.Files.Single(file => file.Name.EndsWith("boston/" + name, StringComparison.Ordinal)).Lines;

    [GeneratedRegex(@"^(?:crm|violations|permits|emergencies)-(\d+)-(\d+)\.csv$")]
    private static partial Regex EventFile();
}
