using BenchmarkDotNet.Running;
using Evaluator.Benchmarks;

// gates [--json] [--slow-kernel]   ratios against perf/gates.json; exit code 1 if one is missed
// report                           everything against everything, as a page for perf/results
// (else)                           BenchmarkDotNet, with its own options
switch (args.FirstOrDefault())
{
    case "gates":
        return new Gates(slowKernel: args.Contains("--slow-kernel")).Run(json: args.Contains("--json"));
    case "report":
        Console.Write(Report.Write());
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ScorerBenchmarks).Assembly).Run(args);
        return 0;
}
