using Evaluator.Board.Work;
using Evaluator.Jobs;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Work;

/// <summary>Whose turn it is where many wait, over the board's own queue and over RabbitMQ.</summary>
public abstract class QueueTurnSpecs : IDisposable
{
    private readonly QueueUnderTest queue;

    private protected QueueTurnSpecs(QueueUnderTest queue) => this.queue = queue;

    public void Dispose()
    {
        queue.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_team_with_many_submissions_does_not_starve_teams_with_one()
    {
        for (int i = 0; i < 200; i++)
            queue.HandIn("many");
        PlayShards(20);    // some of them are under way
        string[] others = [.. Enumerable.Range(1, 9).Select(number => queue.HandIn($"team{number}"))];
        Assert.Equal(10, PlayShards(10));
        queue.Merge(queue.Take());
        ForEvery.In(others, evaluation => Assert.Equal(EvaluationState.Scored, queue.StateOf(evaluation)));
        Assert.Equal(9, others.Length);
    }

    [Fact]
    public void Submissions_that_do_not_compile_take_turns_too()
    {
        for (int i = 0; i < 20; i++)
            queue.HandIn("many");
        string other = queue.HandIn("one");
        for (int plans = 0; plans < 2; plans++)
        {
            Lease plan = queue.Take();
            queue.Intake.Planned(plan.Job, plan.Key, "t1", new PlanReport("does not compile", []), []);
        }
        Assert.Equal(EvaluationState.Rejected, queue.StateOf(other));
    }

    [Fact]
    public void What_an_organiser_raises_comes_before_the_others()
    {
        for (int i = 0; i < 3; i++)
            queue.HandIn($"team{i}");
        string last = queue.HandIn("last");
        Assert.Null(queue.Desk.Raise(QueueUnderTest.Organiser, "boston", last.Split('.')[0]));
        Assert.Equal(1, PlayShards(1));
        queue.Merge(queue.Take());
        Assert.Equal(EvaluationState.Scored, queue.StateOf(last));
        Assert.NotNull(queue.Desk.Raise(QueueUnderTest.Organiser, "boston", last.Split('.')[0]));   // nothing of it waits any longer
    }

    [Fact]
    public void The_wait_is_what_ended_evaluations_took_for_each_that_is_open()
    {
        WorkOverview overview = new(queue.Database, queue.Clock);
        Assert.Null(overview.CoarseWait());
        for (int i = 0; i < 4; i++)
            queue.HandIn($"team{i}");
        Lease plan = queue.Take();
        queue.Clock.Move(2);
        queue.Plan(plan, ["a"]);
        Lease shard = queue.Take();
        queue.Clock.Move(8);
        queue.Play(shard, "a");
        queue.Merge(queue.Take());
        // One took 10 s, three are open, one worker is there.
        Assert.Equal(30, overview.Of("boston").SecondsOfWait);
        Assert.Equal(TimeSpan.FromMinutes(1), overview.CoarseWait());
        for (int i = 0; i < 4; i++)
            queue.HandIn("many");
        Assert.Equal(70, overview.Of("boston").SecondsOfWait);
        Assert.Equal(TimeSpan.FromMinutes(2), overview.CoarseWait());
    }

    /// <summary>A worker that does whatever it is given, until it has played so many shards.</summary>
    private int PlayShards(int most)
    {
        int played = 0;
        while (played < most && queue.Ask() is { } lease)
        {
            switch (lease.Kind)
            {
                case JobKind.Plan:
                    queue.Plan(lease, ["a", "b"]);
                    break;
                case JobKind.Merge:
                    queue.Merge(lease);
                    break;
                default:
                    foreach (string blockGroup in lease.Cases)
                        queue.Play(lease, blockGroup);
                    played++;
                    break;
            }
        }
        return played;
    }
}
