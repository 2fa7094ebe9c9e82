using Evaluator.Standings.Log.Bodies;

namespace Evaluator.BoardSpecs.Work;

/// <summary>What is handed in over the web is evaluated by worker processes, and comes to what <c>evaluator run</c> comes to: over the
/// board's own queue, and in the soak over RabbitMQ.</summary>
public abstract class EvaluationSpecs
{
    private const int Timeout = 400_000;

    /// <returns>Null for the board's own queue.</returns>
    private protected abstract Task<RabbitBroker?> Broker();

    private async Task<BoardAtWork> Start(params string[] sets) =>
        await BoardAtWork.Start(await SmallCity.Folder, await Broker(), null, sets);

    [Fact(Timeout = Timeout)]
    public async Task A_source_and_a_binary_get_the_score_and_the_publication_hash_of_evaluator_run()
    {
        string city = await SmallCity.Folder;
        await using BoardAtWork board = await Start("example", "all");
        string red = board.MakeCompetitor("red"), blue = board.MakeCompetitor("blue");
        board.StartWorker();

        string source = await board.HandIn(red, "all", EvaluatorProgram.Source("SmoothedRate"));
        string binary = await board.HandIn(blue, "example", EvaluatorProgram.Predictor("Zero"));

        EvaluationRecorded ofSource = await board.Recorded(source), ofBinary = await board.Recorded(binary);
        Assert.Equal(Outcome.Scored, ofSource.Outcome);
        await OneMachine.SameAs(board, ofSource, city, EvaluatorProgram.Source("SmoothedRate"));
        await OneMachine.SameAs(board, ofBinary, city, EvaluatorProgram.Predictor("Zero"));
        Assert.Equal(["accepted", "cpuSeconds", "cpuSecondsInTotal", "peakMemory", "score"], board.ValuesOf(ofSource).Values.Keys.Order());
        Assert.Equal(1, board.ValuesOf(ofSource).Values["accepted"]);
    }

    [Fact(Timeout = Timeout)]
    public async Task A_killed_worker_s_shard_is_played_by_another_and_the_score_is_the_same()
    {
        string city = await SmallCity.Folder;
        await using BoardAtWork board = await Start("all");
        string red = board.MakeCompetitor("red");
        WorkerProcess killed = board.StartWorker();
        string submission = await board.HandIn(red, "all", EvaluatorProgram.Predictor("SmoothedRate"));
        await board.Until(() => board.Query<long>("SELECT COUNT(*) FROM case_result").Single() > 0, "the first result");
        killed.Kill();
        board.StartWorker();

        await OneMachine.SameAs(board, await board.Recorded(submission), city, EvaluatorProgram.Predictor("SmoothedRate"));
        Assert.Equal(12, board.Query<long>("SELECT COUNT(*) FROM case_result").Single());
        Assert.Empty(board.Query<string>("SELECT bits FROM case_conflict"));
    }

    [Fact(Timeout = Timeout)]
    public async Task A_web_process_that_dies_in_the_middle_is_found_again_by_its_worker()
    {
        await using BoardAtWork board = await Start("all");
        string red = board.MakeCompetitor("red");
        board.StartWorker();
        string submission = await board.HandIn(red, "all", EvaluatorProgram.Predictor("SmoothedRate"));
        await board.Until(() => board.Query<long>("SELECT COUNT(*) FROM case_result").Single() > 0, "the first result");
        await board.Web.Kill();
        await board.Web.Start();
        Assert.Equal(Outcome.Scored, (await board.Recorded(submission)).Outcome);
        Assert.Single(board.Entries(), entry => entry.Body is EvaluationRecorded);
    }

    [Fact(Timeout = Timeout)]
    public async Task A_worker_whose_token_is_revoked_ends_and_its_job_goes_to_another()
    {
        await using BoardAtWork board = await Start("all");
        string red = board.MakeCompetitor("red");
        WorkerProcess revoked = board.StartWorker();
        string submission = await board.HandIn(red, "all", EvaluatorProgram.Predictor("SmoothedRate"));
        await board.Until(() => board.Query<long>("SELECT COUNT(*) FROM case_result").Single() > 0, "the first result");
        board.Change("UPDATE token SET revoked = 1 WHERE scope = 'work' AND name = 'worker-0'");
        await board.Until(() => revoked.HasEnded, "the end of the worker");
        Assert.Equal(2, revoked.ExitCode);
        Assert.Contains(revoked.Output, line => line.Contains("revoked", StringComparison.Ordinal));
        board.StartWorker();
        Assert.Equal(Outcome.Scored, (await board.Recorded(submission)).Outcome);
    }

    [Fact(Timeout = Timeout)]
    public async Task What_does_not_compile_is_told_with_the_compiler_s_words_and_charges_an_attempt()
    {
        await using BoardAtWork board = await Start("example");
        string red = board.MakeCompetitor("red");
        board.StartWorker();
        string broken = Path.Combine(board.Folder, "Broken.cs");
        await File.WriteAllTextAsync(broken, "public class BostonRiskPredictor { int x = ; }");
        string submission = await board.HandIn(red, "example", broken);
        EvaluationRecorded recorded = await board.Recorded(submission);
        Assert.Equal((Outcome.Failed, null), (recorded.Outcome, recorded.Values));
        Assert.Contains("Broken.cs(1,", board.Query<string>("SELECT rejection FROM evaluation").Single());
    }

    [Fact(Timeout = Timeout)]
    public async Task A_fault_of_ours_is_tried_again_then_leaves_the_submission_unsettled_and_charges_nobody()
    {
        await using BoardAtWork board = await Start("example");
        string red = board.MakeCompetitor("red");
        string submission = await board.HandIn(red, "example", EvaluatorProgram.Predictor("Zero"));
        string sha256 = board.Query<string>("SELECT sha256 FROM submission").Single();
        string blob = Path.Combine(board.Folder, "blobs", sha256[..2], sha256);
        File.Move(blob, blob + ".gone");
        board.StartWorker(places: 1);
        await board.Until(() => board.Entries().Any(entry => entry.Body is Unsettled), "the end of trying");
        Assert.Equal(3, board.Query<string>("SELECT message FROM job_fault WHERE message LIKE '%is gone from the board''s disk%'").Count);
        Assert.DoesNotContain(board.Entries(), entry => entry.Body is EvaluationRecorded);

        File.Move(blob + ".gone", blob);
        board.TryAgain(submission + ".example.0");
        Assert.Equal(Outcome.Scored, (await board.Recorded(submission)).Outcome);
    }
}
