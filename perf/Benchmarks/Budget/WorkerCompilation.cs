using System.Diagnostics;

namespace Evaluator.Benchmarks.Budget;

/// <summary>What the runtime itself says of compilation while a worker starts.</summary>
internal static class WorkerCompilation
{
    /// <summary>
    /// Whether a published worker compiles anything before it has said hello and finds its input closed. The runtime makes the file for
    /// its list with the first method; what stands in it is lost, because a worker leaves at once.
    /// </summary>
    public static bool IsNeededBeforeHello()
    {
        string folder = Directory.CreateTempSubdirectory("compilation-").FullName;
        try
        {
            string list = Path.Combine(folder, "methods"), worker = Path.Combine(
                Path.GetDirectoryName(EvaluatorRun.Program)!, "worker", "Evaluator.Worker");
            var start = new ProcessStartInfo(worker)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                Environment =
                {
                    ["DOTNET_TieredPGO"] = "0", ["DOTNET_JitStdOutFile"] = list, ["DOTNET_JitDisasmSummary"] = "1",
                },
            };
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            if (process.StandardOutput.BaseStream.ReadByte() < 0)
                throw new InvalidOperationException($"{worker} did not say hello");
            process.WaitForExit();
            return File.Exists(list);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
