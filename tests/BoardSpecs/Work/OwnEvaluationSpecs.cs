namespace Evaluator.BoardSpecs.Work;

/// <summary>Workers ask the board.</summary>
public sealed class OwnEvaluationSpecs : EvaluationSpecs
{
    private protected override Task<RabbitBroker?> Broker() => Task.FromResult<RabbitBroker?>(null);
}
