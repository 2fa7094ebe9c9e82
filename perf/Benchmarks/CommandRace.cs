using System.Diagnostics;
using System.Runtime.InteropServices;
using Evaluator.Benchmarks.Budget;
using Evaluator.Specs;

namespace Evaluator.Benchmarks;

/// <summary>What commands that play nothing cost, in CPU time of a hello world, started in turns.</summary>
internal static unsafe partial class CommandRace
{
    private const int Parts = 5, StartsAPart = 5;

    private const int Children = -1;    // RUSAGE_CHILDREN

    /// <summary>Published beside the program, with the same settings.</summary>
    public static string HelloWorld { get; } = Path.Combine(Repository.Root, "artifacts", "peers", "HelloWorld", "Evaluator.HelloWorld");

    /// <returns>In each part of the race the median of the command's starts over that of the hello world's.</returns>
    public static Figure Of(params string[] arguments) => Of([], arguments);

    /// <param name="environment">Variables besides those of this process, for the command.</param>
    public static Figure Of(Dictionary<string, string> environment, params string[] arguments)
    {
        if (!File.Exists(HelloWorld))
            throw new FileNotFoundException($"There is no {HelloWorld}; run ./run-all.sh peers first.");
        double[] ratios = new double[Parts];
        for (int part = 0; part < Parts; part++)
        {
            double[] own = new double[StartsAPart], hello = new double[StartsAPart];
            for (int start = 0; start < StartsAPart; start++)
            {
                hello[start] = CpuSeconds([], HelloWorld);
                own[start] = CpuSeconds(environment, EvaluatorRun.Program, arguments);
            }
            ratios[part] = own.Order().ElementAt(StartsAPart / 2) / hello.Order().ElementAt(StartsAPart / 2);
        }
        return new Figure(ratios);
    }

    private static double CpuSeconds(Dictionary<string, string> environment, string program, params string[] arguments)
    {
        double before = CpuOfChildren();
        var command = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment)
            command.Environment[name] = value;
        using Process process = Process.Start(command)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? CpuOfChildren() - before
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {error.Result}");
    }

    private static double CpuOfChildren()
    {
        long* usage = stackalloc long[18];
        return getrusage(Children, usage) == 0
            ? usage[0] + usage[2] + (usage[1] + usage[3]) / 1e6
            : throw new InvalidOperationException("getrusage(RUSAGE_CHILDREN) failed");
    }

    [LibraryImport("libc.so.6")]
    private static partial int getrusage(int who, long* usage);
}
