using Evaluator.Jobs;

namespace Evaluator.Cli.Work;

/// <summary>A job that is ours to do. Let go without being settled, it is offered again.</summary>
internal interface IOfferedJob : IDisposable
{
    Lease Lease { get; }

    /// <summary>The board knows what became of it.</summary>
    void Settle();
}
