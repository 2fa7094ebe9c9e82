using System.Text;
using Evaluator.Board.Work;
using Evaluator.Standings.Log.Bodies;
using RabbitMQ.Client;

namespace Evaluator.BoardSpecs.Work;

/// <summary>The same queue with a RabbitMQ server between board and workers; whatever dies, every case counts once.</summary>
public class BrokerSpecs
{
    private const int Timeout = 500_000;

    private const string NoServer = "No rabbitmq-server here; .ci/run installs it.";

    /// <summary>Three workers, each with a shard: one is killed in the middle of it, one held until the third has the same shard, and let
    /// go when all is done. Being cut off by the network: <see cref="CutOffSpecs"/>.</summary>
    [Fact(Timeout = Timeout)]
    public async Task A_killed_worker_a_stopped_broker_a_killed_web_process_and_a_shard_that_two_have_change_nothing()
    {
        Assert.SkipUnless(RabbitBroker.IsInstalled, NoServer);
        string city = await SmallCity.Folder, predictor = EvaluatorProgram.Predictor("SmoothedRate");
        await using RabbitBroker broker = await RabbitBroker.Begin();
        await using BoardAtWork board = await BoardAtWork.StartWith(settings => settings["casesOfShard"] = 12, city, broker, null, "all");
        WorkerProcess[] workers = [.. Enumerable.Range(0, 3).Select(_ => board.StartWorker(places: 1))];
        List<string> submissions = [];
        foreach (string team in (string[])["red", "blue", "green"])
            submissions.Add(await board.HandIn(board.MakeCompetitor(team), "all", predictor));
        MidShard killed = await MidShard.Catch(board, workers);
        killed.Worker.Kill();
        MidShard held = await MidShard.Catch(board, [.. workers.Where(worker => worker != killed.Worker)]);
        await broker.Stop();
        await broker.Start();
        await board.Web.Kill();
        await board.Web.Start();

        foreach (string submission in submissions)
            await OneMachine.SameAs(board, await board.Recorded(submission), city, predictor);
        foreach (MidShard lost in (MidShard[])[killed, held])
            Assert.True(board.Query<long>("SELECT losses FROM job WHERE id = @Job", new { lost.Job }).Single() > 0,
                $"{lost.Job} was nobody else's");
        // Before it does anything else, the one that was held comes to an end with what it had.
        foreach (WorkerProcess other in workers.Where(worker => worker != killed.Worker && worker != held.Worker))
            other.Kill();
        held.Worker.Release();
        string late = await board.HandIn(board.MakeCompetitor("late"), "all", predictor);
        await OneMachine.SameAs(board, await board.Recorded(late), city, predictor);
        Assert.Equal(4 * 12, board.Query<long>("SELECT COUNT(*) FROM case_result").Single());
        Assert.Empty(board.Query<string>("SELECT bits FROM case_conflict"));
        Assert.Equal(4, board.Entries().Count(entry => entry.Body is EvaluationRecorded));
    }

    [Fact(Timeout = Timeout)]
    public async Task Messages_that_come_twice_do_no_harm_and_one_that_kills_its_workers_is_told()
    {
        Assert.SkipUnless(RabbitBroker.IsInstalled, NoServer);
        await using RabbitBroker broker = await RabbitBroker.Begin();
        await using BoardAtWork board = await BoardAtWork.Start(await SmallCity.Folder, broker, null, "example");
        string red = board.MakeCompetitor("red");
        string deadly = await board.HandIn(red, "example", EvaluatorProgram.Predictor("Zero"));
        await TakeAndDie(broker, WorkQueue.MostLosses + 1);
        await board.Until(() => board.Entries().Any(entry => entry.Body is Unsettled unsettled && unsettled.Submission == deadly),
            "the end of trying");
        Assert.Contains("was delivered 5 times", board.Query<string>("SELECT message FROM job_fault").Single());

        string submission = await board.HandIn(red, "example", EvaluatorProgram.Predictor("SmoothedRate"));
        await Publish(broker, Enumerable.Repeat($"{submission}.example.0.0", 3));
        board.StartWorker(places: 2);
        Assert.Equal(Outcome.Scored, (await board.Recorded(submission)).Outcome);
        Assert.Equal(5, board.Query<long>("SELECT COUNT(*) FROM case_result").Single());
        Assert.Single(board.Entries(), entry => entry.Body is EvaluationRecorded);
    }

    /// <summary>A worker that takes a message and is gone, so many times.</summary>
    private static async Task TakeAndDie(RabbitBroker broker, int times)
    {
        for (int time = 0; time < times; time++)
        {
            await using IConnection connection = await new ConnectionFactory { Uri = new Uri(broker.Address) }.CreateConnectionAsync();
            await using IChannel channel = await connection.CreateChannelAsync();
            DateTime giveUp = DateTime.UtcNow.AddSeconds(time == 0 ? 60 : 5);
            while (await channel.BasicGetAsync(JobAnnouncer.Jobs, autoAck: false) is null && DateTime.UtcNow < giveUp)
                await Task.Delay(50);
        }
    }

    private static async Task Publish(RabbitBroker broker, IEnumerable<string> jobs)
    {
        await using IConnection connection = await new ConnectionFactory { Uri = new Uri(broker.Address) }.CreateConnectionAsync();
        await using IChannel channel = await connection.CreateChannelAsync();
        foreach (string job in jobs)
            await channel.BasicPublishAsync("", JobAnnouncer.Jobs, Encoding.UTF8.GetBytes(job));
    }
}
