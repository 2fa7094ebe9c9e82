using System.Text.Json.Nodes;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.BoardSpecs.Work;

/// <summary>
/// The real data over the board, all 544 cases: the bits of the second definition of the score, and the publication hash of one machine.
/// </summary>
public class RealPackageSpecs
{
    private const string SmoothedRate = "40a7b4d5b2a19aed";

    [Fact(Timeout = 3_600_000)]
    public async Task SmoothedRate_on_the_real_package_has_its_bits_and_its_publication_hash()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("EVALUATOR_SOAK") is { Length: > 0 }, "Minutes; ./run-all.sh soak runs it.");
        string? data = Environment.GetEnvironmentVariable("EVALUATOR_DATA");
        Assert.SkipUnless(Directory.Exists(data), "No unpacked boston package: set EVALUATOR_DATA to its folder.");
        await using BoardAtWork board = await BoardAtWork.Start(data!, null, "all");
        string red = board.MakeCompetitor("red");
        board.StartWorker();
        string submission = await board.HandIn(red, "all", EvaluatorProgram.Predictor("SmoothedRate"));

        EvaluationRecorded recorded = await board.Recorded(submission, TimeSpan.FromMinutes(50));
        JsonNode whole = JsonNode.Parse(await board.SummaryOf(recorded))!;
        Assert.Equal((544, SmoothedRate), (whole["cases"]!.GetValue<int>(), whole["scoreBits"]!.GetValue<string>()));
        await OneMachine.SameAs(board, recorded, data!, EvaluatorProgram.Predictor("SmoothedRate"));
    }
}
