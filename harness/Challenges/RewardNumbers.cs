namespace Evaluator.Challenges;

/// <summary>What a reward rule may say beside its name and phase; <see cref="RewardTakes"/> tells which kind takes which.</summary>
[Flags]
public enum RewardNumbers
{
    None = 0,
    Amount = 1,
    Threshold = 2,
    Scope = 4,
    Delta = 8,
    Rate = 16,
    Cap = 32,
    Profile = 64,
    Seconds = 128,
    Place = 256,
    Share = 512,
    AllAboveBaseline = 1024,
}
