using Evaluator.BoardSpecs.Board;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.BoardSpecs.Work;

/// <summary>
/// kill -9 of the web process and of the worker at random moments of a contest: what was acknowledged is there once, every evaluation ends,
/// the log's chain holds, and the
/// scores are those of a contest that nobody disturbed. A few kills here; with EVALUATOR_SOAK 20 of them among 40 submissions by 8 teams,
/// and a backup in the middle.
/// </summary>
public class KillSpecs
{
    private const int Timeout = 3_600_000;

    private static readonly bool IsSoak = Environment.GetEnvironmentVariable("EVALUATOR_SOAK") is { Length: > 0 };

    private static readonly string[] Predictors = ["Zero", "SmoothedRate", "BlockGroupRate"];

    [Fact(Timeout = Timeout)]
    public async Task Whatever_dies_nothing_is_lost_and_nothing_counts_twice()
    {
        (int submissions, int teams, int kills) = IsSoak ? (40, 8, 20) : (6, 3, 3);
        string city = await SmallCity.Folder;
        await using BoardAtWork calm = await BoardAtWork.Start(city, null, "example");
        await using BoardAtWork board = await BoardAtWork.Start(city, null, "example");

        List<string> undisturbed = await Contest(calm, submissions, teams, _ => Task.CompletedTask);
        calm.StartWorker();
        Random random = new(20111101);
        WorkerProcess worker = board.StartWorker();
        int done = 0;
        async Task Kill()
        {
            await Task.Delay(random.Next(1500));
            if (done++ % 2 == 0)
            {
                worker.Kill();
                worker = board.StartWorker();
            }
            else
            {
                await board.Web.Kill();
                await board.Web.Start();
            }
        }
        Task disturbing = Task.CompletedTask;
        List<string> disturbed = await Contest(board, submissions, teams, number =>
        {
            if (number * kills / submissions > (number - 1) * kills / submissions)
                disturbing = disturbing.ContinueWith(_ => Kill(), TaskScheduler.Default).Unwrap();
            return number == submissions / 2 ? BackUp(board) : Task.CompletedTask;
        });
        await disturbing;
        while (done < kills)
            await Kill();

        Dictionary<string, EvaluationRecorded> results = [];
        foreach (string submission in disturbed)
            results[submission] = await board.Recorded(submission);
        Assert.Equal(submissions, board.Entries().Count(entry => entry.Body is SubmissionAccepted));
        Assert.Equal(submissions, board.Entries().Count(entry => entry.Body is EvaluationRecorded));
        Assert.Empty(board.Query<string>("SELECT bits FROM case_conflict"));
        Entry? last = null;
        foreach (Entry entry in board.Entries())
        {
            Assert.Null(Chain.Check(last, entry));
            last = entry;
        }
        for (int i = 0; i < submissions; i++)
        {
            EvaluationRecorded there = await calm.Recorded(undisturbed[i]);
            Assert.Equal(calm.ValuesOf(there).Values["score"], board.ValuesOf(results[disturbed[i]]).Values["score"]);
            Assert.Equal(there.Predictions, results[disturbed[i]].Predictions);
        }
    }

    /// <returns>The submissions in their order.</returns>
    private static async Task<List<string>> Contest(BoardAtWork board, int submissions, int teams, Func<int, Task> between)
    {
        string[] tokens = [.. Enumerable.Range(1, teams).Select(team => board.MakeCompetitor($"team{team}"))];
        List<string> ids = [];
        for (int number = 1; number <= submissions; number++)
        {
            string predictor = Predictors[number % Predictors.Length];
            ids.Add(await board.HandInWhateverHappens(tokens[number % teams], "example", EvaluatorProgram.Predictor(predictor),
                $"{predictor}.dll"));
            await between(number);
        }
        return ids;
    }

    /// <summary>A backup in the middle, restored elsewhere: the chain holds, and handing in goes on.</summary>
    private static async Task BackUp(BoardAtWork board)
    {
        string backup = board.Folder + "-backup", elsewhere = board.Folder + "-elsewhere";
        (int exitCode, string output) = await RunningBoard.Runs("backup", board.Folder, backup);
        Assert.True(exitCode == 0, output);
        (exitCode, output) = await RunningBoard.Runs("restore", backup, elsewhere);
        Assert.True(exitCode == 0, output);
        await using RunningBoard restored = await RunningBoard.Over(elsewhere);
        using HttpClient client = new() { BaseAddress = restored.Address };
        Assert.Contains(PredictorContest.Name, await client.GetStringAsync("/api/v1/contests"));
    }
}
