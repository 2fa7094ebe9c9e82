namespace Evaluator.BoardSpecs.Work;

/// <summary>Workers ask the board.</summary>
public sealed class OwnQueueSpecs() : QueueSpecs(new QueueUnderTest());
