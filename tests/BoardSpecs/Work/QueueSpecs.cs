using System.Text;
using Evaluator.Board.Work;
using Evaluator.Jobs;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;

namespace Evaluator.BoardSpecs.Work;

/// <summary>Who gets which job, what ends it, and what becomes of a job whose worker does not come back: over the board's own queue, and
/// over RabbitMQ.</summary>
public abstract class QueueSpecs : IDisposable
{
    private readonly QueueUnderTest queue;

    private protected QueueSpecs(QueueUnderTest queue) => this.queue = queue;

    public void Dispose()
    {
        queue.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void An_evaluation_is_planned_then_played_then_merged()
    {
        string evaluation = queue.HandIn("red");
        Lease plan = queue.Take();
        Assert.Equal(JobKind.Plan, plan.Kind);
        Assert.Equal(evaluation, plan.Evaluation.Id);
        Assert.Null(queue.Ask("two"));
        Assert.Null(queue.Plan(plan, ["a", "b"], ["c"]));

        Lease first = queue.Take(), second = queue.Take("two");
        Assert.Equal((JobKind.Shard, "1/2", "a b"), (first.Kind, first.Part, string.Join(' ', first.Cases)));
        Assert.Equal((JobKind.Shard, "2/2", "c"), (second.Kind, second.Part, string.Join(' ', second.Cases)));
        Assert.Null(queue.Play(first, "a"));
        Assert.Null(queue.Play(second, "c"));
        Assert.Null(queue.Ask("three"));    // one case is still being played
        Assert.Null(queue.Play(first, "b"));

        Lease merge = queue.Take();
        Assert.Equal(JobKind.Merge, merge.Kind);
        Assert.Null(queue.Merge(merge));
        Assert.Equal(EvaluationState.Scored, queue.StateOf(evaluation));
        Assert.Null(queue.Ask());
    }

    [Fact]
    public void The_same_evaluation_is_queued_once()
    {
        string evaluation = queue.HandIn("red");
        Assert.Equal(1, queue.Query<long>("SELECT COUNT(*) FROM job WHERE evaluation = @evaluation", new { evaluation }).Single());
        Lease plan = queue.Take();
        queue.Database.Write(
            transaction => queue.Evaluations.Add(transaction,
                new NewEvaluation("boston", "main", "red", "s001", "provisional", null, 0, plan.Evaluation)));
        Assert.Null(queue.Ask("two"));
    }

    [Fact]
    public void A_lease_that_gets_no_heartbeat_goes_to_the_next_who_asks()
    {
        queue.HandIn("red");
        Lease dead = queue.Take();
        queue.Clock.Move(9);
        Assert.Null(queue.Ask("two"));
        queue.Silence(2);
        Lease again = queue.Take("two");
        Assert.Equal(dead.Job, again.Job);
        Assert.NotEqual(dead.Key, again.Key);
        Assert.Equal([dead.Key], queue.Queue.Heartbeat(new HeartbeatRequest("one/1", [dead.Key]), "t1"));
        Assert.NotNull(queue.Plan(dead, ["a"]));
        Assert.Null(queue.Plan(again, ["a"]));
    }

    [Fact]
    public void Heartbeats_keep_a_lease()
    {
        queue.HandIn("red");
        Lease lease = queue.Take();
        for (int beat = 0; beat < 10; beat++)
        {
            queue.Clock.Move(WorkQueue.HeartbeatSeconds);
            Assert.Empty(queue.Queue.Heartbeat(new HeartbeatRequest("one/1", [lease.Key]), "t1"));
        }
        Assert.Null(queue.Ask("two"));
        Assert.Null(queue.Plan(lease, ["a"]));
    }

    [Fact]
    public void A_shard_that_comes_back_has_only_the_cases_that_are_missing()
    {
        queue.HandIn("red");
        queue.Plan(queue.Take(), ["a", "b", "c"]);
        Lease dead = queue.Take();
        queue.Play(dead, "b");
        queue.Silence(11);
        Assert.Equal(["a", "c"], queue.Take("two").Cases);
    }

    [Fact]
    public void After_a_time_without_the_board_its_workers_still_have_their_jobs()
    {
        queue.HandIn("red");
        Lease lease = queue.Take();
        queue.Clock.Move(3600);
        queue.Queue.ForgiveDowntime();
        Assert.Null(queue.Ask("two"));
        Assert.Null(queue.Plan(lease, ["a"]));
    }

    [Fact]
    public void A_second_result_with_the_same_bits_is_nothing()
    {
        queue.HandIn("red");
        queue.Plan(queue.Take(), ["a", "b"]);
        Lease lease = queue.Take();
        Assert.Null(queue.Play(lease, "a"));
        Assert.Null(queue.Play(lease, "a"));
        Assert.Empty(queue.Query<string>("SELECT bits FROM case_conflict"));
        Assert.Single(queue.Query<string>("SELECT bits FROM case_result"));
    }

    [Fact]
    public void A_second_result_with_other_bits_is_kept_as_a_conflict_and_the_first_counts()
    {
        queue.HandIn("red");
        queue.Plan(queue.Take(), ["a", "b"]);
        Lease lease = queue.Take();
        queue.Play(lease, "a", "Accepted 1");
        Assert.Null(queue.Play(lease, "a", "Accepted 2"));
        Assert.Equal(["Accepted 2"], queue.Query<string>("SELECT bits FROM case_conflict"));
        Assert.Equal(["Accepted 1"], queue.Query<string>("SELECT bits FROM case_result"));
    }

    [Fact]
    public void Who_lost_the_lease_gives_no_result_and_may_still_contradict_one()
    {
        queue.HandIn("red");
        queue.Plan(queue.Take(), ["a", "b"]);
        Lease cutOff = queue.Take();
        queue.Silence(11);
        Lease again = queue.Take("two");
        Assert.NotNull(queue.Play(cutOff, "a"));
        Assert.Empty(queue.Query<string>("SELECT bits FROM case_result"));
        queue.Play(again, "a", "Accepted 1");
        Assert.NotNull(queue.Play(cutOff, "a", "Accepted 2"));
        Assert.Null(queue.Play(cutOff, "a", "Accepted 1"));
        Assert.Equal(["Accepted 2"], queue.Query<string>("SELECT bits FROM case_conflict"));
    }

    [Fact]
    public void Results_come_from_the_token_that_has_the_lease_and_for_the_cases_of_the_shard()
    {
        queue.HandIn("red");
        queue.Plan(queue.Take(), ["a"], ["b"]);
        Lease lease = queue.Take();
        Assert.Equal(409, queue.Play(lease, "a", token: "t2")?.Status);
        Assert.Equal(400, queue.Play(lease, "b")?.Status);
        Assert.Empty(queue.Query<string>("SELECT bits FROM case_result"));
    }

    [Fact]
    public void A_fault_of_ours_is_tried_again_elsewhere_first_and_after_three_nobody_waits_any_longer()
    {
        string evaluation = queue.HandIn("red");
        Assert.Null(queue.Fault(queue.Take()));
        queue.Clock.Move(2);
        Assert.Null(queue.Ask("one"));
        queue.Fault(queue.Take("two"), "two");
        queue.Clock.Move(2);
        queue.Fault(queue.Take("one"));
        Assert.Equal(EvaluationState.Unsettled, queue.StateOf(evaluation));
        queue.Clock.Move(3600);
        Assert.Null(queue.Ask());
        Assert.Equal(3, queue.Query<string>("SELECT message FROM job_fault").Count);

        Assert.True(queue.Database.Write(transaction => queue.Evaluations.TryAgain(transaction, evaluation)));
        Assert.Null(queue.Plan(queue.Take(), ["a"]));
    }

    [Fact]
    public void A_job_that_kills_its_workers_is_not_given_to_a_sixth()
    {
        string evaluation = queue.HandIn("red");
        for (int worker = 1; worker <= WorkQueue.MostLosses; worker++)
        {
            Assert.NotNull(queue.Ask($"w{worker}"));
            queue.Silence(11);
        }
        Assert.Null(queue.Ask("last"));
        Assert.Equal(EvaluationState.Unsettled, queue.StateOf(evaluation));
        Assert.Contains("5 workers took", queue.Query<string>("SELECT message FROM job_fault").Single());
    }

    [Fact]
    public void Jobs_that_demand_a_better_sandbox_go_to_others()
    {
        queue.HandIn("red", sandbox: 3);
        for (int asked = 0; asked <= WorkQueue.MostLosses; asked++)
            Assert.Null(queue.Ask(sandbox: 2));    // however often: it is no death
        Assert.NotNull(queue.Ask(sandbox: 3));
    }

    [Fact]
    public void A_job_that_is_done_or_has_a_worker_is_not_given_up_for_a_message_that_nobody_ended()
    {
        string evaluation = queue.HandIn("red");
        Lease plan = queue.Take();
        queue.Queue.GiveUpUnheld(plan.Job, "delivered 5 times");
        Assert.Null(queue.Plan(plan, ["a"]));
        queue.Queue.GiveUpUnheld(plan.Job, "delivered 5 times");
        queue.Queue.GiveUpUnheld("nothing.of.ours", "delivered 5 times");
        queue.Play(queue.Take(), "a");
        Assert.Null(queue.Merge(queue.Take()));
        queue.Queue.GiveUpUnheld($"{evaluation}.1", "delivered 5 times");
        Assert.Equal(EvaluationState.Scored, queue.StateOf(evaluation));
        Assert.Empty(queue.Query<string>("SELECT message FROM job_fault"));
    }

    [Fact]
    public void A_job_can_be_asked_for_by_its_name()
    {
        queue.HandIn("red");
        string second = queue.HandIn("red");
        Assert.Equal($"{second}.0", queue.Ask(job: $"{second}.0")?.Job);
        Assert.Null(queue.Ask("two", job: $"{second}.0"));
    }

    [Fact]
    public void A_rejected_submission_ends_with_its_plan()
    {
        string evaluation = queue.HandIn("red");
        Lease plan = queue.Take();
        Assert.Null(queue.Intake.Planned(plan.Job, plan.Key, "t1", new PlanReport("no class BostonRiskPredictor", []), []));
        Assert.Equal(EvaluationState.Rejected, queue.StateOf(evaluation));
        Assert.Null(queue.Ask());
    }

    [Fact]
    public void The_log_marks_equal_predictions_by_a_hash_that_nobody_else_can_compute()
    {
        foreach (string team in (string[])["gulls", "terns"])
        {
            queue.HandIn(team);
            queue.Plan(queue.Take(), ["a"]);
            queue.Play(queue.Take(), "a");
            Assert.Null(queue.Merge(queue.Take()));
        }

        Digest?[] marks = [.. queue.Query<string>("SELECT line FROM entry ORDER BY seq")
            .Select(line => EntryText.Read(Encoding.UTF8.GetBytes(line)).Body).OfType<EvaluationRecorded>()
            .Select(body => body.Predictions)];
        Assert.Equal(2, marks.Length);
        Assert.Equal(marks[0], marks[1]);
        Assert.NotEqual(Digest.Parse(QueueUnderTest.Predictions), marks[0]);
    }

    [Fact]
    public async Task Organisers_see_workers_waits_conflicts_faults_and_what_was_given_up()
    {
        string lost = queue.HandIn("red"), played = queue.HandIn("blue");
        for (int worker = 0; worker < WorkQueue.MostLosses; worker++)
        {
            Assert.NotNull(queue.Ask(job: $"{lost}.0"));
            queue.Clock.Move(11);
        }
        Assert.Null(queue.Ask(job: $"{lost}.0"));
        LeaseRequest request = new("one/1", "one", 3, "1", null, 0);
        queue.Plan((await queue.Queue.Lease(request, "t1", CancellationToken.None))!, ["a", "b"]);
        Lease shard = queue.Take();
        queue.Play(shard, "a", "Accepted 1");
        queue.Play(shard, "a", "Accepted 2");
        queue.Play(shard, "b");

        WorkReport report = new WorkOverview(queue.Database, queue.Clock).Of("boston");
        Assert.Equal(("one/1", 3L), (Assert.Single(report.Workers).Name, report.Workers[0].Sandbox));
        Assert.Equal((1, 0), (report.Waiting, report.Running));
        Assert.Null(report.SecondsOfWait);     // nothing has ended yet
        Assert.Equal(lost, Assert.Single(report.Unsettled).Evaluation);
        Assert.Equal(("a", "Accepted 1", "Accepted 2"),
            (Assert.Single(report.Conflicts).BlockGroup, report.Conflicts[0].First, report.Conflicts[0].Second));
        Assert.Contains("5 workers took", Assert.Single(report.Faults).Message);
        Assert.Equal([played.Split('.')[0]], new WorkOverview(queue.Database, queue.Clock).SubmissionsOf("boston", "t1"));
    }

    [Fact]
    public void What_was_dropped_is_not_begun_and_its_results_are_not_taken()
    {
        queue.HandIn("red");
        Lease plan = queue.Take();
        queue.Database.Write(transaction => queue.Evaluations.Drop(transaction, "s001", 0));
        Assert.Equal([plan.Key], queue.Queue.Heartbeat(new HeartbeatRequest("one/1", [plan.Key]), "t1"));
        Assert.NotNull(queue.Plan(plan, ["a"]));
        Assert.Null(queue.Ask("two"));
    }
}
