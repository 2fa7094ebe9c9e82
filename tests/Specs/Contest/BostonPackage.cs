using Evaluator.Contest.Package;

namespace Evaluator.Specs.Contest;

/// <summary>The real package, where the machine has it unpacked: $EVALUATOR_DATA, or the shared folder's boston/.</summary>
internal static class BostonPackage
{
    public static DataPackage OpenOrSkip()
    {
        string? folder = Candidates().FirstOrDefault(Directory.Exists);
        Assert.SkipWhen(folder is null, "No unpacked boston package: set EVALUATOR_DATA to its folder.");
        return DataPackage.Open(folder!);
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("EVALUATOR_DATA") is { Length: > 0 } data)
            yield return data;
        if (Environment.GetEnvironmentVariable("EVALUATOR_SHARED") is { Length: > 0 } shared)
            yield return Path.Combine(shared, "boston");
    }
}
