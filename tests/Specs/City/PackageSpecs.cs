using Evaluator.City;
using Evaluator.City.Emergencies;
using Evaluator.City.Plan;
using Evaluator.Contest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Package;
using Evaluator.Contest.Truth;

namespace Evaluator.Specs.City;

public class PackageSpecs(GeneratedCity city)
{
    [Fact]
    public void It_is_runnable_and_holds_every_file_of_the_contest()
    {
        DataPackage package = city.Open();
        package.RequireRunnable(package.Set("all"), CallingSequence.Official);
        Assert.Equal(GeneratedCity.BlockGroups, package.BlockGroups.Count);
        string[] events = Directory.GetFiles(Path.Combine(city.Folder, "events"), "*-*-*.csv");
        Assert.Equal(GeneratedCity.BlockGroups * 48, events.Count(path => !Path.GetFileName(path).StartsWith("._")));
        Assert.Equal(3, Directory.GetFiles(Path.Combine(city.Folder, "events"), "*-PAST.csv").Length);
        Assert.NotEmpty(package.Notes);
        Assert.DoesNotContain(package.Notes,
            note => note.Contains("missing", StringComparison.Ordinal) || note.Contains("not in the package", StringComparison.Ordinal));
    }

    [Fact]
    public void The_sets_share_out_all_block_groups_and_the_examples_are_the_contests()
    {
        DataPackage package = city.Open();
        Assert.Equal(BlockGroupRegister.Examples.Order(StringComparer.Ordinal), package.Set("example"));
        Assert.Equal(package.BlockGroups,
            package.Set("example").Concat(package.Set("provisional")).Concat(package.Set("final")).Order(StringComparer.Ordinal));
        Assert.NotEmpty(package.Set("provisional"));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(544)]
    [InlineData(1_000)]
    public void The_register_has_as_many_ids_as_asked_each_once_and_in_order(int count)
    {
        string[] ids = BlockGroupRegister.Ids(count);
        Assert.Equal(count, ids.Distinct().Count());
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        ForEvery.In(ids, id => Assert.Matches("^25025[0-9]{6}[1-9]$", id));
        Assert.Empty(BlockGroupRegister.Examples.Except(ids));
    }

    [Fact]
    public void The_emergency_codes_are_unique_and_their_first_flag_is_their_type()
    {
        Assert.Equal(61, EmergencyCode.All.Select(code => code.FinalType.ToUpperInvariant()).Distinct().Count());
        Assert.Empty(EmergencyCode.NotInTable.Intersect(EmergencyCode.All.Select(code => code.FinalType)));
        EventTypeTable table = city.Open().ReadEventTypes();
        ForEvery.In(EmergencyCode.All, code => Assert.Equal(code.Type, table.TypeOf(System.Text.Encoding.UTF8.GetBytes(code.FinalType))));
    }

    [Fact]
    public void A_folder_that_holds_something_is_left_alone()
    {
        string folder = city.NewFolder("taken");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "mine.txt"), "mine");
        PackageException refused = Assert.Throws<PackageException>(() => city.Generate("taken", GeneratedCity.Options));
        Assert.Contains("not empty", refused.Message);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(folder, "mine.txt")));
    }

    [Fact]
    public void A_cancelled_generation_leaves_no_package()
    {
        string folder = city.NewFolder("cancelled");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => CityGenerator.Generate(folder, GeneratedCity.Options, cancel: cancelled.Token));
        Assert.False(Directory.Exists(folder));
        Assert.False(Directory.Exists(folder + ".partial"));
    }

    [Fact]
    public void The_block_groups_streets_are_one_connected_network()
    {
        StreetNetwork streets =
            CityPlan.Draw(GeneratedCity.Options.Seed, GeneratedCity.Options.BlockGroups, GeneratedCity.Options.Threads).Streets;
        var reached = new HashSet<int> { 0 };
        var frontier = new Stack<int>([0]);
        while (frontier.TryPop(out int node))
            foreach (int segment in streets.SegmentsAt[node])
                foreach (int end in new[] { streets.Segments[segment].From, streets.Segments[segment].To })
                    if (reached.Add(end))
                        frontier.Push(end);
        Assert.True(reached.Count > 0.9 * streets.Nodes.Length, $"{reached.Count} of {streets.Nodes.Length} nodes are connected");
    }
}
