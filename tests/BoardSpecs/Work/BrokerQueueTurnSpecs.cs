namespace Evaluator.BoardSpecs.Work;

/// <summary>A broker's messages name the jobs.</summary>
[Collection(SharedBroker.Collection)]
public sealed class BrokerQueueTurnSpecs() : QueueTurnSpecs(SharedBroker.NewQueue());
