using Evaluator.Standings.Log.Bodies;

namespace Evaluator.BoardSpecs.Work;

/// <summary>A worker whose network is cut in the middle of a shard, while another one works on, and healed after that.</summary>
public class CutOffSpecs
{
    private const int MostCuts = 10;

    [Theory(Timeout = 900_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_worker_that_is_cut_off_and_healed_changes_nothing_and_works_on(bool overBroker)
    {
        using CutNetwork? network = CutNetwork.Make();
        Assert.SkipWhen(network is null, "No right to make a network namespace here: root and ip(8) have it.");
        Assert.SkipWhen(overBroker && !RabbitBroker.IsInstalled, "No rabbitmq-server here; .ci/run installs it.");
        string city = await SmallCity.Folder, predictor = EvaluatorProgram.Predictor("SmoothedRate");
        await using RabbitBroker? broker = overBroker ? await RabbitBroker.Begin() : null;
        await using BoardAtWork board = await BoardAtWork.Start(city, broker, null, "all");
        network!.Bridge(board.Web.Address.Port);
        if (broker is not null)
            network.Bridge(broker.Port);
        string red = board.MakeCompetitor("red");
        WorkerProcess far = board.StartWorker(places: 1, network: network);
        string submission;
        WorkerProcess near;
        EvaluationRecorded recorded;
        int evaluations = 0;
        while (true)
        {
            submission = await board.HandIn(red, "all", predictor);
            await board.Until(() => WorkersOf(board, submission).Count > 0, "the first result");
            network.Cut();
            near = board.StartWorker(places: 1);
            recorded = await board.Recorded(submission);
            evaluations++;
            if (board.Query<long>("SELECT MAX(losses) FROM job").Single() > 0)
                break;
            // The cut fell between two shards, or after the last (seen once): nothing was cut off.
            Assert.True(evaluations < MostCuts, $"nobody's lease ran out in {MostCuts} cuts");
            near.Kill();
            network.Heal();
        }
        await OneMachine.SameAs(board, recorded, city, predictor);
        Assert.Equal(new[] { far.Name, near.Name }.Order(StringComparer.Ordinal),
            WorkersOf(board, submission).Order(StringComparer.Ordinal));

        near.Kill();
        network.Heal();
        string second = await board.HandIn(red, "all", predictor);
        await OneMachine.SameAs(board, await board.Recorded(second), city, predictor);
        Assert.Equal([far.Name], WorkersOf(board, second));
        Assert.False(far.HasEnded);
        Assert.Equal(12 * (evaluations + 1), board.Query<long>("SELECT COUNT(*) FROM case_result").Single());
        Assert.Empty(board.Query<string>("SELECT bits FROM case_conflict"));
        Assert.Equal(evaluations + 1, board.Entries().Count(entry => entry.Body is EvaluationRecorded));
    }

    private static IReadOnlyList<string> WorkersOf(BoardAtWork board, string submission) => board.Query<string>("""
        SELECT DISTINCT case_result.worker FROM case_result JOIN evaluation ON evaluation.id = case_result.evaluation
        WHERE evaluation.submission = @submission
        """, new { submission });
}
