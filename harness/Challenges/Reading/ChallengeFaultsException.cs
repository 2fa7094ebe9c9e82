namespace Evaluator.Challenges.Reading;

/// <summary>A challenge's folder can't be used. All faults are named at once.</summary>
public sealed class ChallengeFaultsException(IReadOnlyList<ChallengeFault> faults)
    : Exception(string.Join('\n', faults.Select(fault => fault.ToString())))
{
    public IReadOnlyList<ChallengeFault> Faults { get; } = faults;
}
