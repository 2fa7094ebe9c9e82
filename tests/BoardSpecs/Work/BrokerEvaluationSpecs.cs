using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Work;

/// <summary>A broker's messages name the jobs.</summary>
[Collection(SharedBroker.Collection)]
public sealed class BrokerEvaluationSpecs : EvaluationSpecs
{
    private protected override async Task<RabbitBroker?> Broker()
    {
        Soak.Require();
        return await SharedBroker.Begun();
    }
}
