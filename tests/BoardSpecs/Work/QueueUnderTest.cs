using System.Data.Common;
using Dapper;
using Evaluator.Board.Contests;
using Evaluator.Board.Folder;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;
using Evaluator.Board.Work;
using Evaluator.BoardSpecs.Board;
using Evaluator.Challenges;
using Evaluator.Jobs;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Evaluator.BoardSpecs.Work;

/// <summary>The queue over a database of its own, with a clock that the spec moves.</summary>
internal sealed class QueueUnderTest : IDisposable
{
    /// <summary>The hash of what every submission here predicts.</summary>
    public const string Predictions = "0000000000000000000000000000000000000000000000000000000000000000";

    private readonly string path = Path.Combine(Path.GetTempPath(), "queue-spec-" + Path.GetRandomFileName());
    private int submissions;

    public QueueUnderTest()
    {
        BoardFolder folder = BoardFolder.Make(path, new BoardSettings { Database = StoreUnderTest.NewDatabase().GetAwaiter().GetResult() });
        Database = Database.Open(folder);
        Journal journal = new(Database, new Seals(Database), Clock, NullLogger<Journal>.Instance);
        journal.Append("boston", new Draft("board", Contest));
        Evaluations = new Evaluations(Clock, new OutcomeLog(new ContestShelf(folder, journal), new PredictionMark(folder)));
        Queue = new WorkQueue(Database, journal, Clock, new WorkSignal(), Evaluations);
        Desk = new WorkDesk(Database, journal, Evaluations, Queue, new Tokens(Database, Clock), new AuditLog(Database, Clock), Clock);
        Intake = new ResultIntake(Database, journal, Clock, Queue, Evaluations);
    }

    private static ContestSet Contest { get; } = new()
    {
        Title = "Boston",
        Kind = ChallengeKind.Predictor,
        Columns = [new Column { Name = "score", Title = "Score", Direction = Direction.More, Decimals = 2 }],
        Tags = [],
        SignIn = SignIn.Invitation,
        RulesVersion = 1,
        Rules = Digest.Of("rules"),
        Definition = Digest.Of("definition"),
    };

    public MovedClock Clock { get; } = new();

    public Database Database { get; }

    public Evaluations Evaluations { get; }

    public WorkQueue Queue { get; }

    public ResultIntake Intake { get; }

    public WorkDesk Desk { get; }

    public static Visitor Organiser { get; } = new("a-organiser", "Olga", Roles.Organiser, Scopes.Organise, null);

    /// <returns>The evaluation's id.</returns>
    public string HandIn(string team, int sandbox = 0)
    {
        string submission = $"s{++submissions:000}";
        string id = NewEvaluation.IdOf(submission, "provisional", null, 0);
        Database.Write(
            transaction => Evaluations.Add(transaction,
                new NewEvaluation("boston", "main", team, submission, "provisional", null, 0, new EvaluationOrder
                {
                    Id = id,
                    Submission = new HandedInFile("Zero.dll", new string('a', 64), 1000),
                    Data = new DataReference(new string('b', 64), new string('c', 64), 1000),
                    Set = "provisional",
                    Months = "9-12",
                    CpuSeconds = 30,
                    WallSeconds = 60,
                    MemoryMebibytes = 1024,
                    SandboxLevel = sandbox,
                    CasesOfShard = 2,
                })));
        Clock.Move(1);
        return id;
    }

    public Lease? Ask(string worker = "one", int sandbox = 3, string token = "t1", string? job = null) =>
        Queue.TryLease(new LeaseRequest($"{worker}/1", worker, sandbox, "1", job, 0), token);

    public Lease Take(string worker = "one", string token = "t1") =>
        Ask(worker, token: token) ?? throw new InvalidOperationException("there is no job");

    public Refusal? Plan(Lease lease, params string[][] shards) =>
        Intake.Planned(lease.Job, lease.Key, "t1", new PlanReport(null, shards), [new RunFile("run.json", new string('d', 64), 10)]);

    public Refusal? Play(Lease lease, string blockGroup, string bits = "Accepted 1", string token = "t1") => Intake.Played(
        lease.Job, lease.Key, token, new CaseReport(blockGroup, bits), [new RunFile($"cases/{blockGroup}.json", new string('e', 64), 10)]);

    public Refusal? Merge(Lease lease) =>
        Intake.Merged(lease.Job, lease.Key, "t1", new MergeReport(1, "3ff0000000000000", new string('f', 64), 1, 2, 3, Predictions,
            [new CaseScoreReport("a", true, 1, 1)]), []);

    public Refusal? Fault(Lease lease, string host = "one") =>
        Intake.Faulted(lease.Job, lease.Key, "t1", host, new FaultReport("the disk is full"));

    public string StateOf(string evaluation) =>
        Query<string>("SELECT state FROM evaluation WHERE id = @evaluation", new { evaluation }).Single();

    public IReadOnlyList<T> Query<T>(string sql, object? values = null)
    {
        using DbConnection connection = Database.Read();
        return connection.Query<T>(sql, values).AsList();
    }

    public void Dispose()
    {
        Database.Dispose();
        Directory.Delete(path, recursive: true);
    }
}
