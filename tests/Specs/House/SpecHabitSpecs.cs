using System.Text.RegularExpressions;

namespace Evaluator.Specs.House;

/// <summary>What a spec may not do: pass with nothing run, or wait for ever.</summary>
public partial class SpecHabitSpecs
{
    [Theory, InlineData("tests/Specs/"), InlineData("tests/BoardSpecs/")]
    public void No_spec_holds_something_of_all_items_of_what_may_be_empty(string room)
    {
        // ForEvery.In instead
        Assert.Empty(SourcesOf(room).Where(file => file.Text.Contains("Assert.All(", StringComparison.Ordinal)).Select(file => file.Path));
    }

    [Theory, InlineData("tests/Specs/"), InlineData("tests/BoardSpecs/")]
    public void No_spec_waits_for_a_process_without_an_end_to_its_patience(string room)
    {
        // EndedProcess.Of or AwaitEnd instead, or a WaitAsync with a time
        Assert.Empty(SourcesOf(room).Where(file => EndlessWait().IsMatch(file.Text)).Select(file => file.Path));
    }

    private static SourceFile[] SourcesOf(string room)
    {
        SourceFile[] sources = [.. SourceFile.OfAllRooms().Where(file => file.Path.StartsWith(room, StringComparison.Ordinal)
            && Path.GetFileName(file.Path) is not ("ForEvery.cs" or "SpecHabitSpecs.cs"))];
        Assert.True(sources.Length > 50, $"only {sources.Length} sources of specs were found in {room}");
        return sources;
    }

    [GeneratedRegex(@"\.WaitForExit\(\)|\.WaitForExitAsync\((TestContext\.Current\.CancellationToken)?\)(?!\.WaitAsync)")]
    private static partial Regex EndlessWait();
}
