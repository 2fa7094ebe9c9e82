using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluator.Report.ComparedRuns;

namespace Evaluator.Cli.Screens;

/// <summary>The standings for programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(IReadOnlyList<StandingRow>))]
internal sealed partial class StandingsJson : JsonSerializerContext
{
    public static string Of(RunStandings standings) => JsonSerializer.Serialize(
        [
            .. standings.Rows.Select(one => new StandingRow(
                one.Rank, one.Manifest.Submission.Name, one.Summary.Score, one.Summary.ScoreBits, one.Summary.Cases, one.Summary.CasesOfSet,
                one.Failed,
                one.Conflicts, one.Summary.Rejected, one.Summary.PublicationHash, one.Folder)),
        ],
        Default.IReadOnlyListStandingRow);
}
