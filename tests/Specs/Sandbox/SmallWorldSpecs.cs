using Evaluator.Confinement.SelfTest;
using Evaluator.Specs.Fixtures;

namespace Evaluator.Specs.Sandbox;

public class SmallWorldSpecs
{
    [Fact]
    public void A_predictor_sees_the_same_world_at_every_level()
    {
        Fixture world = FixtureCatalog.Named("PrintsItsWorld");
        string[] printed = [.. Enumerable.Range(0, 4).Select(level =>
        {
            CorpusRun run = CorpusRun.Of(TestedSandbox.Of(level), [world]);
            Assert.Null(run.BreachOf(world.Name));
            return run.ConsoleOf(world.Name);
        })];
        Assert.Contains("time zone UTC", printed[0]);
        ForEvery.In(printed, text => Assert.Equal(printed[0], text));
    }
}
