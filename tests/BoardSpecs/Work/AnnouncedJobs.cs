using System.Text;
using Evaluator.Board.Refusals;
using Evaluator.Board.Work;
using Evaluator.Jobs;
using RabbitMQ.Client;

namespace Evaluator.BoardSpecs.Work;

/// <summary>
/// The board's announcer and its workers on a real broker, a step at a time: who asks for a job sets off a round of announcing, takes one
/// message, and leases what it names, as <c>evaluator board work --amqp</c> does.
/// </summary>
internal sealed class AnnouncedJobs : IDisposable
{
    private readonly JobAnnouncer announcer;
    private readonly IConnection connection;
    private readonly IChannel boards, workers;
    private readonly Dictionary<string, ulong> held = new(StringComparer.Ordinal);

    /// <param name="broker">No other board announces on it meanwhile.</param>
    public AnnouncedJobs(RabbitBroker broker, JobAnnouncer announcer)
    {
        this.announcer = announcer;
        (connection, boards, workers) = Ended(async () =>
        {
            IConnection made = await new ConnectionFactory { Uri = new Uri(broker.Address) }.CreateConnectionAsync();
            IChannel channel = await made.CreateChannelAsync();
            foreach (string queue in (string[])[JobAnnouncer.Jobs, JobAnnouncer.Dead])
                await channel.QueueDeleteAsync(queue);    // what the spec before left
            return (made, await announcer.Begin(made, CancellationToken.None), channel);
        });
    }

    /// <returns>Null where no message comes, or none that this worker may do anything about now.</returns>
    public Lease? Next(LeaseRequest request, string token, WorkQueue queue)
    {
        while (Ended(Message) is { } message)
        {
            LeaseRequest named = request with { Job = Encoding.UTF8.GetString(message.Body.Span) };
            if (queue.TryLease(named, token) is { } lease)
            {
                held[lease.Key] = message.DeliveryTag;
                return lease;
            }
            Refusal? refusal = queue.WhyNot(named);
            if (refusal is null)
                Ended(() => GiveBack(message.DeliveryTag));    // a worker would hold it until the job is free
            else
                Ended(() => Take(message.DeliveryTag));
            if (refusal?.Status != 410)
                return null;
        }
        return null;
    }

    /// <summary>The board knows what became of a job: its message is taken off.</summary>
    public void Settle(string key)
    {
        if (held.Remove(key, out ulong tag))
            Ended(() => Take(tag));
    }

    /// <summary>The workers' connections are gone.</summary>
    public void GiveBackAll()
    {
        foreach (ulong tag in held.Values)
            Ended(() => GiveBack(tag));
        held.Clear();
    }

    public void Dispose()
    {
        Ended(async () =>
        {
            await connection.CloseAsync();
            return true;
        });
        boards.Dispose();
        workers.Dispose();
        connection.Dispose();
    }

    private async Task<BasicGetResult?> Message()
    {
        await announcer.AnnounceDue(boards, CancellationToken.None);
        return await workers.BasicGetAsync(JobAnnouncer.Jobs, autoAck: false);
    }

    private async Task<bool> GiveBack(ulong tag)
    {
        await workers.BasicNackAsync(tag, multiple: false, requeue: true);
        return true;
    }

    private async Task<bool> Take(ulong tag)
    {
        await workers.BasicAckAsync(tag, multiple: false);
        return true;
    }

    /// <summary>Away from the spec's own thread, which waits.</summary>
    private static T Ended<T>(Func<Task<T>> step) => Task.Run(step).WaitAsync(TimeSpan.FromMinutes(1)).GetAwaiter().GetResult();
}
