using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Evaluator.Challenges;
using Evaluator.Contest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Package;
using Evaluator.Jobs;
using Evaluator.Standings.Receipts;
using Evaluator.Standings.Sealing;

namespace Evaluator.Cli.Work;

/// <summary>
/// The answers of a predictor contest, case by case, as a board promises them. Cases go by their number in the set: which block groups a
/// closed set has is a secret as well.
/// </summary>
internal static partial class CaseAnswers
{
    /// <summary>Writes the list of them into a challenge's folder, for each set that a phase is on.</summary>
    public static void Write(DataPackage package, Challenge challenge, string folder)
    {
        string months = challenge.Predictor?.Months ?? "9-12";
        IReadOnlyList<AnswerReference> answers =
        [
            .. challenge.Phases.SelectMany(phase => new[] { phase.Set, phase.FinalSet }).OfType<string>().Distinct(StringComparer.Ordinal)
                .Where(set => set == "all" || package.HasSet(set)).SelectMany(set => OfSet(package, set, months)),
        ];
        File.WriteAllBytes(Path.Combine(folder, AnswerReference.File),
            JsonSerializer.SerializeToUtf8Bytes(answers, JobsJson.Default.IReadOnlyListAnswerReference));
    }

    /// <summary>An answer by what the log calls it; null where the package has no such case.</summary>
    /// <exception cref="PackageException">The case's files are not there.</exception>
    public static HeldAnswer? Find(DataPackage package, string set, string name)
    {
        if (Name().Match(name) is not { Success: true } match || (set != "all" && !package.HasSet(set)))
            return null;
        IReadOnlyList<string> cases = package.Set(set);
        int number = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        if (number < 1 || number > cases.Count)
            return null;
        string blockGroup = cases[number - 1], months = match.Groups[2].Value;
        return new HeldAnswer(HashOf(package, blockGroup, months), $"block group {blockGroup}, months {months}, in {package.Folder}");
    }

    private static IEnumerable<AnswerReference> OfSet(DataPackage package, string set, string months) =>
        package.Set(set).Select((blockGroup, place) => new AnswerReference(set,
            string.Create(CultureInfo.InvariantCulture, $"{place + 1:0000}-months-{months}"), $"{HashOf(package, blockGroup, months)}"));

    private static Digest HashOf(DataPackage package, string blockGroup, string months) =>
        new(SHA256.HashData(package.ReadAnswer(blockGroup, CallingSequence.Parse(months))));

    [GeneratedRegex("^([0-9]{4,8})-months-([0-9]{1,2}-[0-9]{1,2})$")]
    private static partial Regex Name();
}
