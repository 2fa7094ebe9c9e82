using System.Data.Common;
using System.Text;
using Dapper;
using Evaluator.Board.Folder;
using Evaluator.Board.Store;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Evaluator.Board.Work;

/// <summary>
/// Theory of operation. With a broker, jobs stay rows, and a message names one; nothing else travels in it. A worker that gets a message
/// leases that job of the board, and
/// takes the message off the queue when the board has its results. Few messages are out at a time, no more than there are workers waiting,
/// so that teams still take
/// turns. A message that is lost does no harm: a job that was announced a minute ago and that nobody has is announced again. One that comes
/// twice does none either: the second
/// worker hears that the job is done.
/// </summary>
internal sealed class JobAnnouncer(
    Database database, TimeProvider clock, WorkSignal signal, WorkQueue queue, BoardSettings settings, ILogger<JobAnnouncer> log)
    : BackgroundService
{
    public const string Jobs = "evaluator.jobs", Dead = "evaluator.jobs.dead";

    private const long AnnouncedAgainAfterMilliseconds = 60_000;

    private const string Next = """
        SELECT job.id AS Id, job.kind AS Kind, evaluation.contest AS Contest, evaluation.team AS Team
        FROM job
        JOIN evaluation ON evaluation.id = job.evaluation
        LEFT JOIN team_turn ON team_turn.contest = evaluation.contest AND team_turn.team = evaluation.team
        WHERE (job.state = 'waiting' OR (job.state = 'leased' AND job.lease_until < @now)) AND evaluation.state = 'open'
            AND job.not_before <= @now
          AND (job.announced IS NULL OR job.announced < @now - @again)
        ORDER BY evaluation.raised DESC, CASE WHEN job.kind = 'merge' THEN 0 ELSE 1 END, COALESCE(team_turn.turn, 0), evaluation.queued,
                 evaluation.id, job.number
        LIMIT 1
        """;

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        if (settings.Amqp is not { } address)
            return;
        bool said = false;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using IConnection connection = await Connect(address, stop);
                if (said)
                    log.LogInformation("The broker is there again.");
                said = false;
                await Announce(connection, stop);
            }
            catch (DbException away)
            {
                log.LogWarning(away, "The store does not answer; jobs are announced when it does.");
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception away) when (away is BrokerUnreachableException or OperationInterruptedException or AlreadyClosedException
                or PublishException or IOException)
            {
                if (!said)
                    log.LogWarning(away, "The broker is away; jobs wait until it is back.");
                said = true;
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>
    /// Without the client's own recovery: what was announced is in the database, so beginning anew is all there is to do.
    /// </summary>
    private static Task<IConnection> Connect(string address, CancellationToken stop)
    {
        ConnectionFactory factory =
            new() { Uri = new Uri(address), AutomaticRecoveryEnabled = false, ClientProvidedName = "evaluator board" };
        return factory.CreateConnectionAsync(stop);
    }

    private async Task Announce(IConnection connection, CancellationToken stop)
    {
        await using IChannel channel = await Begin(connection, stop);
        while (!stop.IsCancellationRequested)
        {
            Task next = signal.Next;
            await AnnounceDue(channel, stop);
            await Task.WhenAny(next, Task.Delay(TimeSpan.FromMilliseconds(500), clock, stop));
        }
    }

    /// <summary>Opens a channel that knows what arrived, with both queues there and the dead messages heard.</summary>
    internal async Task<IChannel> Begin(IConnection connection, CancellationToken stop)
    {
        IChannel channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), stop);
        await Declare(channel, stop);
        await ConsumeDead(channel, stop);
        return channel;
    }

    /// <summary>One round: no more messages than there are workers waiting, and one where nobody waits.</summary>
    internal async Task AnnounceDue(IChannel channel, CancellationToken stop)
    {
        QueueDeclareOk now = await channel.QueueDeclarePassiveAsync(Jobs, stop);
        for (uint ready = now.MessageCount; ready < Math.Max(1, now.ConsumerCount) && TakeNext() is { } job; ready++)
        {
            BasicProperties durable = new() { Persistent = true };
            await channel.BasicPublishAsync("", Jobs, mandatory: true, durable, Encoding.UTF8.GetBytes(job), stop);
        }
    }

    /// <summary>A job is marked before its message is out: one that is lost in between is announced again.</summary>
    private string? TakeNext()
    {
        object values = new { now = clock.Now(), again = AnnouncedAgainAfterMilliseconds };
        using (DbConnection connection = database.Read())
        {
            if (connection.QueryFirstOrDefault<(string?, string, string, string)>(Next, values).Item1 is null)
                return null;
        }
        return database.Write<string?>(transaction =>
        {
            (string? id, string kind, string contest, string team) =
                transaction.Connection!.QueryFirstOrDefault<(string?, string, string, string)>(Next, values, transaction);
            if (id is null)
                return null;
            transaction.Connection!.Execute("UPDATE job SET announced = @now WHERE id = @id", new { id, now = clock.Now() }, transaction);
            if (kind == "shard")
                Evaluations.TakeTurn(transaction, contest, team);
            return id;
        });
    }

    /// <summary>A quorum queue counts how often a message came back, and lays it aside after the limit.</summary>
    private static async Task Declare(IChannel channel, CancellationToken stop)
    {
        await channel.QueueDeclareAsync(Dead, durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: stop);
        await channel.QueueDeclareAsync(Jobs, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>
        {
            ["x-queue-type"] = "quorum",
            ["x-delivery-limit"] = WorkQueue.MostLosses,
            ["x-dead-letter-exchange"] = "",
            ["x-dead-letter-routing-key"] = Dead,
        }, cancellationToken: stop);
    }

    private async Task ConsumeDead(IChannel channel, CancellationToken stop)
    {
        AsyncEventingBasicConsumer consumer = new(channel);
        consumer.ReceivedAsync += async (_, message) =>
        {
            string job = Encoding.UTF8.GetString(message.Body.Span);
            log.LogError("{Job} was delivered {Limit} times, and no worker came to an end with it.", job, WorkQueue.MostLosses);
            queue.GiveUpUnheld(job, $"{job} was delivered {WorkQueue.MostLosses} times and no worker came to an end with it. Look at the "
                + "workers' logs, then try again.");
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false);
        };
        await channel.BasicConsumeAsync(Dead, autoAck: false, consumer, stop);
    }
}
