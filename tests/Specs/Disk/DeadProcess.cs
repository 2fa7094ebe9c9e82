using Evaluator.Confinement.Disk;

namespace Evaluator.Specs.Disk;

/// <summary>A process of this machine that is no more: as evaluators call it in the names of what they leave behind.</summary>
internal static class DeadProcess
{
    /// <summary>Beyond the largest number that Linux gives a process.</summary>
    private const int Number = 4_194_305;

    public static string Name { get; } = NameOn(Environment.MachineName);

    public static string NameOn(string machine)
    {
        string own = ProcessIdentity.Own[(Environment.MachineName.Length + 1)..];
        return $"{machine}-{own[..own.IndexOf('-')]}-{Number}-1";
    }
}
