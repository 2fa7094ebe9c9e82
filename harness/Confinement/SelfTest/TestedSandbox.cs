using Evaluator.Confinement.Sandbox;

namespace Evaluator.Confinement.SelfTest;

/// <summary>The means of confinement that a run uses, and what they were seen to hold.</summary>
public sealed class TestedSandbox
{
    private TestedSandbox(SandboxMeans means, SandboxRecord record)
    {
        Means = means;
        Record = record;
    }

    public SandboxRecord Record { get; }

    public SandboxMeans Means { get; }

    /// <returns>Why this sandbox is not enough, and what would make it so; null where it holds the level.</returns>
    public string? ShortfallOf(int requiredLevel)
    {
        if (Record.Level >= requiredLevel)
            return null;
        IEnumerable<string> broken = Record.Promises.Where(promise => !promise.Held).Select(Explained),
            held = Record.Promises.Where(promise => promise.Held).Select(promise => promise.Name);
        return $"the sandbox of {Environment.MachineName} holds level {Record.Level}, and level {requiredLevel} is required; nothing ran. "
            + $"Not held: {string.Join("; ", broken)}. Held: {string.Join(", ", held)}. {string.Join(" ", Record.NextLevel)}";
    }

    /// <summary>What the promise is, from which level on it is one, and what was seen instead.</summary>
    private static string Explained(PromiseRecord record)
    {
        int level = Promise.All.First(promise => promise.Name == record.Name).FromLevel;
        return $"{record.Name} (from level {level}: a predictor {record.Text}{(record.Breach is null ? "" : $", but {record.Breach}")})";
    }

    /// <summary>
    /// Finds the best sandbox there is and tests it, or takes the result of a test of the same sandbox since the last boot.
    /// </summary>
    /// <param name="most">The highest level to use, 3 to 0, though more may be there.</param>
    /// <param name="again">Test even where a result is at hand.</param>
    /// <exception cref="HarnessFaultException">Not even a bare worker can be started.</exception>
    public static TestedSandbox Of(int most = SandboxMeans.Best, bool again = false)
    {
        for (int level = most; ; level--)
        {
            SandboxMeans means = SandboxMeans.Detect(level);
            try
            {
                return Of(means, again);
            }
            catch (HarnessFaultException unusable) when (means.Level > 0)
            {
                // What is installed does not work here (a bubblewrap that is too old, or setuid): the next lower level may.
                Console.Error.WriteLine($"sandbox: level {means.Level} can't be used on this machine: {unusable.Message}");
                level = Math.Min(level, means.Level);
            }
        }
    }

    internal static TestedSandbox Of(SandboxMeans means, bool again = false)
    {
        SandboxRecord? known = again ? null : SelfTestMemory.Recall(means);
        SandboxRecord record = known ?? SelfTest.Perform(means);
        // What falls short of its means is tested again the next time: a busy machine may have made a breach of its own mood.
        if (known is null && record.Level == means.Level)
            SelfTestMemory.Keep(means, record);
        return new TestedSandbox(means, record);
    }
}
