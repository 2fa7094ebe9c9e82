using System.Text.RegularExpressions;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.BoardSpecs.Work;

/// <summary>What <c>evaluator run</c> says of the same things, on this machine and in one piece.</summary>
internal static partial class OneMachine
{
    /// <summary>Fails unless a board's result has the summary of a run, byte for byte, and its publication hash.</summary>
    public static async Task SameAs(BoardAtWork board, EvaluationRecorded recorded, string city, string predictor)
    {
        string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        // Alone, as it was handed in: what stands beside a DLL belongs to it.
        string alone = Path.Combine(Directory.CreateDirectory(folder + ".alone").FullName, Path.GetFileName(predictor));
        try
        {
            File.Copy(predictor, alone);
            await EvaluatorProgram.Succeed("run", alone, "--data", city, "--set", recorded.Set, "--out", folder);
            string summary = await File.ReadAllTextAsync(Path.Combine(folder, "summary.json"));
            Assert.Equal(summary, await board.SummaryOf(recorded));
            Assert.Equal(PublicationHash().Match(summary).Groups[1].Value, board.ValuesOf(recorded).PublicationHash);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            Directory.Delete(folder + ".alone", recursive: true);
        }
    }

    [GeneratedRegex("\"publicationHash\": \"([0-9a-f]{64})\"")]
    private static partial Regex PublicationHash();
}
