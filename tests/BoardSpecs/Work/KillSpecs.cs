using System.Text.Json.Nodes;
using Evaluator.BoardSpecs.Board;
using Evaluator.Specs;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;

namespace Evaluator.BoardSpecs.Work;

/// <summary>
/// kill -9 of the web process and of the worker at random moments of a contest: what was acknowledged is there once, every evaluation ends,
/// the log's chain holds, and the standings are those of a contest that nobody disturbed. A backup that was taken in the middle is a board
/// elsewhere: its log holds, and handing in goes on. A few kills here; with EVALUATOR_SOAK 20 of them among 40 submissions by 8 teams, and
/// the same over a broker with three workers, which is stopped and started in its turn.
/// </summary>
public class KillSpecs
{
    private const int Timeout = 3_600_000;

    private const string Phase = "example";

    private static readonly string[] Predictors = ["Zero", "SmoothedRate", "BlockGroupRate"];

    [Theory(Timeout = Timeout)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whatever_dies_nothing_is_lost_and_nothing_counts_twice(bool overBroker)
    {
        if (overBroker)
            Soak.Require();
        Assert.SkipWhen(overBroker && !RabbitBroker.IsInstalled, "No rabbitmq-server here; .ci/run installs it.");
        int submissions = Soak.Count(6, 40), teams = Math.Max(3, submissions / 5), kills = submissions / 2;
        string city = await SmallCity.Folder;
        await using RabbitBroker? broker = overBroker ? await RabbitBroker.Begin() : null;
        await using BoardAtWork calm = await BoardAtWork.Start(city, null, Phase);
        await using BoardAtWork board = await BoardAtWork.Start(city, broker, null, Phase);

        List<string> undisturbed = await Contest(calm, submissions, teams, _ => Task.CompletedTask);
        calm.StartWorker();
        string backup = board.Folder + "-backup";
        Random random = new(20111101);
        WorkerProcess[] workers = [.. Enumerable.Range(0, overBroker ? 3 : 1).Select(_ => board.StartWorker())];
        int done = 0;
        async Task Kill()
        {
            await Task.Delay(random.Next(1500));
            int what = done++ % (overBroker ? 3 : 2), victim = done % workers.Length;
            if (what == 0)
            {
                workers[victim].Kill();
                workers[victim] = board.StartWorker();
            }
            else if (what == 1)
            {
                await board.Web.Kill();
                await board.Web.Start();
            }
            else
            {
                await broker!.Stop();
                await broker.Start();
            }
        }
        Task disturbing = Task.CompletedTask;
        List<string> disturbed = await Contest(board, submissions, teams, number =>
        {
            if (number * kills / submissions > (number - 1) * kills / submissions)
                disturbing = disturbing.ContinueWith(_ => Kill(), TaskScheduler.Default).Unwrap();
            return number == submissions / 2 ? BackUp(board, backup) : Task.CompletedTask;
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
        List<EvaluationRecorded> there = [];
        for (int i = 0; i < submissions; i++)
        {
            there.Add(await calm.Recorded(undisturbed[i]));
            Assert.Equal(calm.ValuesOf(there[i]).Values["score"], board.ValuesOf(results[disturbed[i]]).Values["score"]);
        }
        Assert.Equal(Repeated(there), Repeated([.. disturbed.Select(submission => results[submission])]));
        IReadOnlyList<string> rows = await Rows(board);
        Assert.Equal(teams, rows.Count);
        Assert.True(rows.Select(row => row.Split(' ')[0]).Distinct().Count() > 1, "all teams tie: the standings prove nothing");
        Assert.Equal(await Rows(calm), rows);
        await GoesOnElsewhere(backup, board, disturbed[..(submissions / 2)]);
    }

    /// <summary>Of each submission the first one that predicts the same. A board marks predictions with a key of its own, so that two
    /// boards can be compared in this alone.</summary>
    private static IReadOnlyList<int> Repeated(IReadOnlyList<EvaluationRecorded> results)
    {
        Digest?[] marks = [.. results.Select(result => result.Predictions)];
        return [.. marks.Select(mark => Array.IndexOf(marks, mark))];
    }

    /// <summary>The standings without what differs between any two contests: times, and what follows from them.</summary>
    private static async Task<IReadOnlyList<string>> Rows(BoardAtWork board)
    {
        JsonNode standings = JsonNode.Parse(await board.Client.GetStringAsync($"/api/v1/c/{PredictorContest.Name}/{Phase}/standings"))!;
        return [.. standings["rows"]!.AsArray().Select(row =>
            $"{row!["rank"]} {row["name"]} {row["values"]!["score"]} ({row["ranks"]!["score"]}) {row["values"]!["accepted"]} "
            + $"({row["ranks"]!["accepted"]}) {row["entries"]} entries")];
    }

    /// <returns>The submissions in their order.</returns>
    private static async Task<List<string>> Contest(BoardAtWork board, int submissions, int teams, Func<int, Task> between)
    {
        string[] tokens = [.. Enumerable.Range(0, teams).Select(team => board.MakeCompetitor($"team{team}"))];
        List<string> ids = [];
        for (int number = 1; number <= submissions; number++)
        {
            // Not every team comes to the best of them, so that the standings have an order.
            string predictor = Predictors[Math.Min(number % Predictors.Length, number % teams % Predictors.Length)];
            ids.Add(await board.HandInWhateverHappens(tokens[number % teams], Phase, EvaluatorProgram.Predictor(predictor),
                $"{predictor}.dll"));
            await between(number);
        }
        return ids;
    }

    private static async Task BackUp(BoardAtWork board, string backup)
    {
        (int exitCode, string output) = await RunningBoard.Runs("backup", board.Folder, backup, "--with-secrets");
        Assert.True(exitCode == 0, output);
    }

    /// <summary>What was acknowledged before the backup is there and is evaluated, one more is handed in and ranked, and all of it
    /// verifies.</summary>
    private static async Task GoesOnElsewhere(string backup, BoardAtWork first, IReadOnlyList<string> acknowledged)
    {
        await using BoardAtWork elsewhere = await BoardAtWork.Restored(backup);
        Assert.Equal(acknowledged,
            elsewhere.Entries().Select(entry => entry.Body).OfType<SubmissionAccepted>().Select(body => body.Submission));
        elsewhere.StartWorker();
        string newcomer = elsewhere.MakeCompetitor("newcomer");
        string late = await elsewhere.HandIn(newcomer, Phase, EvaluatorProgram.Predictor("SmoothedRate"));
        foreach (string submission in acknowledged)
            Assert.Equal((await first.Recorded(submission)).Predictions, (await elsewhere.Recorded(submission)).Predictions);
        Assert.Equal(Outcome.Scored, (await elsewhere.Recorded(late)).Outcome);
        Assert.Contains(await Rows(elsewhere), row => row.StartsWith("1 newcomer ", StringComparison.Ordinal));

        string export = elsewhere.Folder + ".ndjson";
        await File.WriteAllTextAsync(export, await elsewhere.Export());
        string verified = await EvaluatorProgram.Succeed("board", "verify", export);
        Assert.Contains("holds chain", verified);
        Assert.DoesNotContain("WRONG", verified);
        // A result that somebody touched is found.
        string touched = (await File.ReadAllTextAsync(export)).Replace("\"generation\":0", "\"generation\":1", StringComparison.Ordinal);
        await File.WriteAllTextAsync(export, touched);
        (int exitCode, string output) = await EvaluatorProgram.Run("board", "verify", export);
        Assert.True(exitCode == 1 && output.Contains("WRONG", StringComparison.Ordinal), output);
    }
}
