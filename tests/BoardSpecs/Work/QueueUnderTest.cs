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

/// <summary>The queue over a database of its own, with a clock that the spec moves; asked by its workers, or announced over a
/// broker.</summary>
internal sealed class QueueUnderTest : IDisposable
{
    /// <summary>The hash of what every submission here predicts.</summary>
    public const string Predictions = "0000000000000000000000000000000000000000000000000000000000000000";

    private readonly string path = Path.Combine(Path.GetTempPath(), "queue-spec-" + Path.GetRandomFileName());
    private readonly AnnouncedJobs? announced;
    private int submissions;

    /// <param name="broker">Null for the board's own queue.</param>
    public QueueUnderTest(RabbitBroker? broker = null)
    {
        BoardFolder folder = BoardFolder.Make(path, new BoardSettings { Database = StoreUnderTest.NewDatabase().GetAwaiter().GetResult() });
        Database = Database.Open(folder);
        Journal journal = new(Database, new Seals(Database), Clock, NullLogger<Journal>.Instance);
        journal.Append("boston", new Draft("board", Contest));
        ContestShelf shelf = new(folder, journal, NullLogger<ContestShelf>.Instance);
        Evaluations = new Evaluations(Clock, new OutcomeLog(shelf, new PredictionMark(folder)));
        WorkSignal signal = new();
        Queue = new WorkQueue(Database, journal, Clock, signal, Evaluations);
        Desk = new WorkDesk(Database, journal, Evaluations, Queue, new Tokens(Database, Clock), new AuditLog(Database, Clock), Clock);
        Intake = new ResultIntake(Database, journal, Clock, Queue, Evaluations);
        if (broker is not null)
            announced = new AnnouncedJobs(broker, new JobAnnouncer(
                Database, Clock, signal, Queue, new BoardSettings { Amqp = broker.Address }, NullLogger<JobAnnouncer>.Instance));
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

    public Lease? Ask(string worker = "one", int sandbox = 3, string token = "t1", string? job = null)
    {
        LeaseRequest request = new($"{worker}/1", worker, sandbox, "1", job, 0);
        return announced is null || job is not null ? Queue.TryLease(request, token) : announced.Next(request, token, Queue);
    }

    /// <summary>So long nothing is heard of those who have jobs; what a broker has given them comes back.</summary>
    public void Silence(double seconds)
    {
        Clock.Move(seconds);
        announced?.GiveBackAll();
    }

    public Lease Take(string worker = "one", string token = "t1") =>
        Ask(worker, token: token) ?? throw new InvalidOperationException("there is no job");

    public Refusal? Plan(Lease lease, params string[][] shards) => Settled(lease,
        Intake.Planned(lease.Job, lease.Key, "t1", new PlanReport(null, shards), [new RunFile("run.json", new string('d', 64), 10)]));

    public Refusal? Play(Lease lease, string blockGroup, string bits = "Accepted 1", string token = "t1") => Settled(lease, Intake.Played(
        lease.Job, lease.Key, token, new CaseReport(blockGroup, bits), [new RunFile($"cases/{blockGroup}.json", new string('e', 64), 10)]));

    public Refusal? Merge(Lease lease) => Settled(lease,
        Intake.Merged(lease.Job, lease.Key, "t1", new MergeReport(1, "3ff0000000000000", new string('f', 64), 1, 2, 3, Predictions,
            [new CaseScoreReport("a", true, 1, 1)]), []));

    public Refusal? Fault(Lease lease, string host = "one") => Settled(lease,
        Intake.Faulted(lease.Job, lease.Key, "t1", host, new FaultReport("the disk is full")));

    /// <summary>A worker takes a message off when its job has come to an end.</summary>
    private Refusal? Settled(Lease lease, Refusal? refusal)
    {
        if (Query<string>("SELECT id FROM job WHERE lease_key = @Key AND state = 'leased'", new { lease.Key }).Count == 0)
            announced?.Settle(lease.Key);
        return refusal;
    }

    public string StateOf(string evaluation) =>
        Query<string>("SELECT state FROM evaluation WHERE id = @evaluation", new { evaluation }).Single();

    public IReadOnlyList<T> Query<T>(string sql, object? values = null)
    {
        using DbConnection connection = Database.Read();
        return connection.Query<T>(sql, values).AsList();
    }

    public void Dispose()
    {
        announced?.Dispose();
        Database.Dispose();
        Directory.Delete(path, recursive: true);
    }
}
