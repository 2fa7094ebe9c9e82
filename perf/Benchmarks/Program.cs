using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Evaluator.Benchmarks;
using Evaluator.Benchmarks.Board;
using Evaluator.Benchmarks.Budget;
using Evaluator.Specs;
using Perfolizer.Horology;

// gates [--json] [--slow-kernel]   ratios against perf/gates.json; exit code 1 if one is missed
// report                           everything against everything, as a page for perf/results
// budget [DATA] [SET]              where the time of a case goes, in runs of artifacts/evaluator, as a page for perf/results
// one-second                       of that page, only the run whose predictor takes a second of CPU a case
// fast [DATA]                      of that page, only run --fast against the straightforward runner, and the reading of tables
// tables [--json]                  judging tables against pandas and scikit-learn; exit code 1 if a ratio of perf/gates.json is missed
// board [TEAMS] [ENTRIES] [--small] a contest's log folded, then served: rebuilding, a new result, pages (wrk), event streams, the past;
//                                  --small: little of each, to see that it still works
// growth [EVALUATIONS] [DATABASE] [--json]   evaluations over a board's queues against bare runs, with the gates of perf/gates.json; writes
//                                  a second, and what limits 1,000 workers and 100,000 teams
// (else)                           BenchmarkDotNet, with its own options
switch (args.FirstOrDefault())
{
    case "gates":
        return new Gates(slowKernel: args.Contains("--slow-kernel")).Run(json: args.Contains("--json"));
    case "report":
        Console.Write(Report.Write());
        return 0;
    case "budget":
        Console.Write(BudgetPage.Write(CaseBudget.Measure(DataPackage(args.ElementAtOrDefault(1)), args.ElementAtOrDefault(2) ?? "all"),
            "the data package"));
        return 0;
    case "one-second":
        (EvaluatorRun oneSecond, EvaluatorRun zero) = CaseBudget.PlayOneSecond();
        Console.Write(BudgetPage.FullCores(oneSecond, zero));
        return 0;
    case "fast":
        Console.Write(BudgetPage.Fast(FastRace.Run(DataPackage(args.ElementAtOrDefault(1)))));
        return 0;
    case "tables":
        return Gates.RunTables(json: args.Contains("--json"));
    case "board":
        (int teams, int entries) = (Number(args.ElementAtOrDefault(1), 10_000), Number(args.ElementAtOrDefault(2), 1_000_000));
        Console.WriteLine(BoardFold.Measure(teams, entries).Page());
        Console.Write(BoardServing.Measure(teams, entries, args.Contains("--small") ? ServingLoad.Small : new ServingLoad()));
        return 0;
    case "growth":
        string[] told = [.. args.Skip(1).Where(argument => argument != "--json")];
        return Gates.RunGrowth(json: args.Contains("--json"), Number(told.ElementAtOrDefault(0), 8), told.ElementAtOrDefault(1));
    default:
        // Sixty turns of 20 ms in one process spread by 3 % where BenchmarkDotNet's short run spread ninefold.
        Job job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithIterationCount(60)
            .WithIterationTime(TimeInterval.FromMilliseconds(20));
        IConfig config = DefaultConfig.Instance.AddJob(job).WithArtifactsPath(Path.Combine("artifacts", "benchmarks"));
        BenchmarkSwitcher.FromAssembly(typeof(ScorerBenchmarks).Assembly).Run(args, config);
        return 0;
}

static int Number(string? text, int otherwise) =>
    text is null ? otherwise : int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

static string DataPackage(string? named) =>
    named ?? Environment.GetEnvironmentVariable("EVALUATOR_DATA") ?? Path.Combine(Repository.Root, ".city", "boston-544");
