using System.Collections.Concurrent;
using System.Text;
using Evaluator.Cli.Boards;
using Evaluator.Jobs;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Evaluator.Cli.Work;

/// <summary>
/// Jobs whose names come as messages of a RabbitMQ broker, one at a time. A message stays on the queue until the board has the results: a
/// worker that dies gives it back to the broker with its connection. What a message names is leased of the board like any job, so one that
/// comes twice is harmless.
/// </summary>
internal sealed class BrokerJobs : IJobSource
{
    private const string Queue = "evaluator.jobs";

    private const int Gone = 410, ForOthers = 412;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Where the board's jobs are not for this worker: time for others to have them.</summary>
    private static readonly TimeSpan PauseForOthers = TimeSpan.FromSeconds(10);

    private readonly WorkBoard board;
    private readonly LeaseRequest request;
    private readonly string address;
    private readonly BlockingCollection<BasicDeliverEventArgs> delivered = [];
    private IConnection? connection;
    private IChannel? channel;

    public BrokerJobs(WorkBoard board, LeaseRequest request, string address)
    {
        this.board = board;
        this.request = request;
        this.address = address;
    }

    public IOfferedJob? Next(CancellationToken cancel)
    {
        RequireConnection(cancel);
        if (!delivered.TryTake(out BasicDeliverEventArgs? message, (int)Pause.TotalMilliseconds, cancel))
            return null;
        IChannel its = channel!;
        string job = Encoding.UTF8.GetString(message.Body.Span);
        try
        {
            while (!cancel.IsCancellationRequested)
            {
                // Held by another yet: its lease runs out, or it comes to an end.
                if (board.Lease(request with { Job = job, WaitSeconds = 5 }) is { } lease)
                    return new OfferedJob(lease, this, its, message.DeliveryTag);
            }
        }
        catch (BoardRefusalException refused) when (refused.Status is Gone or ForOthers)
        {
            // Taken off in both cases. Given back it would be as if a worker had died of it: after some of those the job is given up.
            Settle(its, message.DeliveryTag);
            if (refused.Status == ForOthers)
            {
                Console.Error.WriteLine(refused.Message);
                cancel.WaitHandle.WaitOne(PauseForOthers);
            }
            return null;
        }
        throw new OperationCanceledException(cancel);
    }

    public void Dispose()
    {
        Close();
        delivered.Dispose();
    }

    /// <summary>Begun anew after every loss: what was unsettled then comes again by itself.</summary>
    private void RequireConnection(CancellationToken cancel)
    {
        bool said = false;
        while (channel is not { IsOpen: true })
        {
            Close();
            while (delivered.TryTake(out _))
            {
            }
            try
            {
                Connect(cancel);
            }
            catch (Exception away)
                when (away is BrokerUnreachableException or OperationInterruptedException or AlreadyClosedException or IOException)
            {
                if (!said)
                    Console.Error.WriteLine(
                        $"the broker is away ({(away.InnerException ?? away).Message}); trying again until it is there");
                said = true;
                cancel.WaitHandle.WaitOne(Pause);
                cancel.ThrowIfCancellationRequested();
            }
        }
        if (said)
            Console.Error.WriteLine("the broker is there again");
    }

    private void Connect(CancellationToken cancel)
    {
        ConnectionFactory factory = new()
        {
            Uri = new Uri(address),
            AutomaticRecoveryEnabled = false,
            ClientProvidedName = $"evaluator worker {request.Worker}",
            RequestedHeartbeat = TimeSpan.FromSeconds(5),
        };
        connection = factory.CreateConnectionAsync(cancel).GetAwaiter().GetResult();
        channel = connection.CreateChannelAsync(cancellationToken: cancel).GetAwaiter().GetResult();
        channel.BasicQosAsync(0, prefetchCount: 1, global: false, cancel).GetAwaiter().GetResult();
        AsyncEventingBasicConsumer consumer = new(channel);
        consumer.ReceivedAsync += (_, message) =>
        {
            // The body is the client's again when this returns.
            delivered.Add(new BasicDeliverEventArgs(
                message.ConsumerTag, message.DeliveryTag, message.Redelivered, message.Exchange, message.RoutingKey,
                message.BasicProperties, message.Body.ToArray()), CancellationToken.None);
            return Task.CompletedTask;
        };
        channel.BasicConsumeAsync(Queue, autoAck: false, consumer, cancel).GetAwaiter().GetResult();
    }

    private void Close()
    {
        channel?.Dispose();
        connection?.Dispose();
        (channel, connection) = (null, null);
    }

    /// <summary>A connection that is gone took the message along: it comes again, and the board says that the job is done.</summary>
    private void Settle(IChannel its, ulong tag)
    {
        if (its != channel)
            return;
        try
        {
            its.BasicAckAsync(tag, multiple: false).AsTask().GetAwaiter().GetResult();
        }
        catch (Exception away)
            when (away is AlreadyClosedException or OperationInterruptedException or IOException or ObjectDisposedException)
        {
            Console.Error.WriteLine("the broker went away before a message could be taken off its queue; it comes again");
        }
    }

    private sealed class OfferedJob(Lease lease, BrokerJobs source, IChannel channel, ulong tag) : IOfferedJob
    {
        private bool isSettled;

        public Lease Lease => lease;

        public void Settle()
        {
            isSettled = true;
            source.Settle(channel, tag);
        }

        /// <summary>Unsettled only where the program ends: closing the channel gives the message back.</summary>
        public void Dispose()
        {
            if (!isSettled)
                source.Close();
        }
    }
}
