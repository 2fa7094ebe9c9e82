using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Evaluator.Scorer.Definition;
using Evaluator.Specs;

namespace Evaluator.Benchmarks;

/// <summary>Scorers in other languages, built from perf/peers when their tools are installed. What is absent is named so.</summary>
internal sealed unsafe class Peers
{
    private readonly delegate* unmanaged<PeerMonth*, double*, int> plain;
    private readonly delegate* unmanaged<PeerMonth*, double*, int> intrinsics;

    public Peers()
    {
        string library = Path.Combine(Path.GetTempPath(), $"evaluator-peers-{Environment.ProcessId}.so");
        string? fault = Run("g++", $"-O3 -march=native -shared -fPIC -o {library} {Path.Combine(SourceFolder(), "scorer.cpp")}", out _);
        if (fault is not null)
        {
            Absent.Add($"C++: {fault}");
            return;
        }
        nint handle = NativeLibrary.Load(library);
        File.Delete(library);
        plain = (delegate* unmanaged<PeerMonth*, double*, int>)NativeLibrary.GetExport(handle, "score_plain");
        if (NativeLibrary.TryGetExport(handle, "score_intrinsics", out nint wide))
            intrinsics = (delegate* unmanaged<PeerMonth*, double*, int>)wide;
        else
            Absent.Add("C++ with intrinsics: it is written for AVX-512, which this machine does not have.");
    }

    /// <summary>Peers that could not be built or run, and why.</summary>
    public List<string> Absent { get; } = [];

    public bool HasCpp => plain != null;

    public bool HasIntrinsics => intrinsics != null;

    public GranularityValues ScorePlain(in PeerMonth month) => Score(plain, month);

    public GranularityValues ScoreIntrinsics(in PeerMonth month) => Score(intrinsics, month);

    /// <summary>NumPy's time in ns a location-month, or null if it is absent.</summary>
    public double? NumPyTime(int locations, int days, int streets)
    {
        string? fault = null;
        // The first Python on the path may be one without NumPy, while the distribution's has it.
        foreach (string python in (string[])["python3", "/usr/bin/python3"])
        {
            fault = Run(python, $"{Path.Combine(SourceFolder(), "scorer.py")} {locations} {days} {streets}", out string output);
            if (fault is null)
                return double.Parse(output, CultureInfo.InvariantCulture);
        }
        Absent.Add($"NumPy: {fault}");
        return null;
    }

    private static GranularityValues Score(delegate* unmanaged<PeerMonth*, double*, int> score, in PeerMonth month)
    {
        double* errors = stackalloc double[3];
        fixed (PeerMonth* pointer = &month)
            return score(pointer, errors) == 1 ? new GranularityValues(errors[0], errors[1], errors[2]) : default;
    }

    private static string? Run(string program, string arguments, out string output)
    {
        output = "";
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            output = process.StandardOutput.ReadToEnd();
            string error = process.StandardError.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : error.Split('\n')[^1];
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return exception.Message;
        }
    }

    private static string SourceFolder() => Path.Combine(Repository.Root, "perf", "peers");
}
