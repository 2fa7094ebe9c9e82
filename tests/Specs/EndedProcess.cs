using System.Diagnostics;

namespace Evaluator.Specs;

/// <summary>A process that was started, read to its end, and has ended: no spec waits for one without an end to its patience.</summary>
internal sealed record EndedProcess(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan UsualPatience = TimeSpan.FromMinutes(5);

    /// <summary>Both streams together, for a message.</summary>
    public string Said => Output + Error;

    /// <exception cref="TimeoutException">It did not end; it was killed, with all that it started.</exception>
    public static EndedProcess Of(ProcessStartInfo start, TimeSpan? patience = null)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start");
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        AwaitEnd(process, patience);
        return new EndedProcess(process.ExitCode, output.Result, error.Result);
    }

    public static EndedProcess Of(string program, params IEnumerable<string> arguments) => Of(new ProcessStartInfo(program, arguments));

    /// <summary>Waits for the end of one whose streams others read, or nobody.</summary>
    public static void AwaitEnd(Process process, TimeSpan? patience = null)
    {
        TimeSpan most = patience ?? UsualPatience;
        if (process.WaitForExit(most))
            return;
        process.Kill(entireProcessTree: true);
        throw new TimeoutException(
            $"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} did not end in {most}");
    }
}
