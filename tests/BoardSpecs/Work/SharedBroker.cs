namespace Evaluator.BoardSpecs.Work;

/// <summary>A broker for specs that use it one after the other: its queues have one name for all boards.</summary>
internal static class SharedBroker
{
    public const string Collection = "the shared broker";

    /// <summary>A queue over it; the spec is skipped where there is no RabbitMQ.</summary>
    public static QueueUnderTest NewQueue() => new(Task.Run(Begun).GetAwaiter().GetResult());

    public static async Task<RabbitBroker> Begun()
    {
        Assert.SkipUnless(RabbitBroker.IsInstalled, "No rabbitmq-server here; .ci/run installs it.");
        return await RabbitBroker.Shared;
    }
}
