using System.Data.Common;
using System.Text;
using Dapper;
using Evaluator.Board.Folder;
using Evaluator.Board.Journals;
using Evaluator.Board.Store;
using Evaluator.Board.Teams;
using Evaluator.Board.Work;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Results;
using Evaluator.Standings.Sealing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// Writes results into a board's log beside the running web process, as another process may: for specs of what pages show, where no worker
/// is wanted.
/// </summary>
internal sealed class RecordedResults : IDisposable
{
    private readonly Database database;
    private readonly Journal journal;

    private readonly Blobs blobs;

    /// <param name="clock">The board's, where it is not the machine's.</param>
    public RecordedResults(string folder, TimeProvider? clock = null)
    {
        blobs = new Blobs(BoardFolder.Open(folder));
        database = Database.Open(BoardFolder.Open(folder));
        journal = new Journal(database, new Seals(database), clock ?? TimeProvider.System, NullLogger<Journal>.Instance);
        journal.CatchUp();
    }

    public void Dispose() => database.Dispose();

    public void Scored(string contest, string submission, string set, decimal score, decimal cpuSeconds, int generation = 0)
    {
        SealedText sealedValues = Values(score, cpuSeconds);
        Append(contest, new EvaluationRecorded
        {
            Submission = submission,
            Set = set,
            Generation = generation,
            Outcome = Outcome.Scored,
            Values = sealedValues.Seal
        }, sealedValues);
    }

    /// <summary>A result with its score in each of ten cases, as a ladder wants it.</summary>
    /// <returns>Its number.</returns>
    public long ScoredByCases(string contest, string submission, string set, decimal score)
    {
        (SealedText values, SealedText cases) = (Values(score, 0.357m), Cases(score));
        return Append(contest, new EvaluationRecorded
        {
            Submission = submission,
            Set = set,
            Generation = 0,
            Outcome = Outcome.Scored,
            Values = values.Seal,
            Cases = cases.Seal,
        }, values, cases);
    }

    /// <summary>A baseline that ladders start at.</summary>
    public void Baseline(string contest, string phase, string set, decimal score)
    {
        (SealedText values, SealedText cases) = (Values(score, 0.2m), Cases(score));
        Append(contest, new BaselineSet("start", phase, set, values.Seal, cases.Seal, Start: true), values, cases);
    }

    public void Failed(string contest, string submission, string set) =>
        Append(contest, new EvaluationRecorded { Submission = submission, Set = set, Generation = 0, Outcome = Outcome.Failed });

    /// <summary>
    /// A field of teams that each handed in once and were scored, in one go: what a page looks like when a contest is well attended.
    /// </summary>
    /// <param name="score">Of each team, by its number from 0.</param>
    /// <param name="cpuSeconds">The same of the slowest case; null for something under a second.</param>
    /// <param name="from">The number of the first team.</param>
    public void Field(string contest, string phase, string set, int teams, Func<int, decimal> score,
        Func<int, decimal>? cpuSeconds = null, int from = 0) =>
        journal.Append(contest, (_, transaction) => [.. Enumerable.Range(from, teams).SelectMany(number =>
        {
            string team = $"g-{phase}-{number}";
            string name = number % 7 == 0 ? $"The Weather of the {phase} Nr. {number:000}" : $"Team {number} {phase}";
            TeamNames.Take(transaction, team, contest, name, number);
            SealedText sealedName = SealedText.Fresh(name);
            return (IEnumerable<Draft>)
            [
                new Draft("a-" + number, new TeamMade(team, sealedName.Seal), [sealedName], null),
                .. Scored(transaction, contest, phase, set, number, $"s-{phase}-{number}", score(number),
                    cpuSeconds?.Invoke(number) ?? 0.2m + number % 17 / 40m),
            ];
        })]);

    /// <summary>A team of the field hands in once more, and is scored.</summary>
    public void Again(string contest, string phase, string set, int number, string submission, decimal score) =>
        journal.Append(contest, (_, transaction) => [.. Scored(transaction, contest, phase, set, number, submission, score, 0.5m)]);

    /// <summary>The number of the newest entry.</summary>
    public long Last(string contest)
    {
        journal.CatchUp();
        return journal.Find(contest)!.Last!.Seq;
    }

    private static IEnumerable<Draft> Scored(DbTransaction transaction, string contest, string phase, string set, int number,
        string submission, decimal score, decimal cpuSeconds)
    {
        string team = $"g-{phase}-{number}", account = "a-" + number;
        transaction.Connection!.Execute("""
            INSERT INTO submission (id, contest, seq, phase, team, account, file_name, remark, sha256, bytes, format, received)
            VALUES (@submission, @contest, 0, @phase, @team, @account, 'Mine.cs', '', @sha256, 1000, 'cs', 0)
            """, new { submission, contest, phase, team, account, sha256 = Digest.Of(submission).ToString() }, transaction);
        SealedText values = SealedText.Fresh(
            new ResultValues(new Dictionary<string, decimal> { ["score"] = score, ["cpuSeconds"] = cpuSeconds }, null).ToText());
        return
        [
            new Draft(account, new SubmissionAccepted
            {
                Submission = submission, Team = team, Phase = phase, Content = Digest.Of(submission), Bytes = 1000, Format = "cs",
            }),
            new Draft("w-spec", new EvaluationRecorded
            {
                Submission = submission, Set = set, Generation = 0, Outcome = Outcome.Scored, Values = values.Seal,
            }, [values], null),
        ];
    }

    /// <summary>Changes rows beside the log: what a worker would have left there.</summary>
    public void Row(string sql, object row) =>
        database.Write(transaction => transaction.Connection!.Execute(sql, row, transaction));

    /// <summary>A file of a submission's run, as its worker posts it.</summary>
    public async Task RunFile(string submission, string set, string name, string content)
    {
        StoredBlob kept = await blobs.Keep(Encoding.UTF8.GetBytes(content), TestContext.Current.CancellationToken);
        Row("INSERT INTO run_file (evaluation, name, sha256, size) VALUES (@evaluation, @name, @sha256, @size)",
            new { evaluation = NewEvaluation.IdOf(submission, set, null, 0), name, sha256 = kept.Sha256, size = kept.Size });
    }

    /// <returns>Its number.</returns>
    public long Append(string contest, EntryBody body, params SealedText[] texts) =>
        journal.Append(contest, new Draft("w-spec", body, texts, null))[0].Seq;

    private static SealedText Values(decimal score, decimal cpuSeconds) => SealedText.Fresh(
        new ResultValues(new Dictionary<string, decimal> { ["score"] = score, ["cpuSeconds"] = cpuSeconds }, null).ToText());

    private static SealedText Cases(decimal score) => SealedText.Fresh(
        new CaseVector("score", [.. Enumerable.Range(0, 10).Select(one => $"case {one}")],
            [.. Enumerable.Repeat((double)score, 10)]).ToText());
}
