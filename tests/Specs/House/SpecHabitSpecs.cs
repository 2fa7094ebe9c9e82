namespace Evaluator.Specs.House;

/// <summary>What a spec may not do, because it would pass with nothing run.</summary>
public class SpecHabitSpecs
{
    [Fact]
    public void No_spec_holds_something_of_all_items_of_what_may_be_empty()
    {
        string folder = Path.Combine(Repository.Root, "tests", "Specs");
        string[] sources = [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is not ("ForEvery.cs" or "SpecHabitSpecs.cs"))];
        Assert.True(sources.Length > 50, $"only {sources.Length} sources of specs were found in {folder}");
        // ForEvery.In instead
        Assert.Empty(sources.Where(file => File.ReadAllText(file).Contains("Assert.All(", StringComparison.Ordinal)));
    }
}
