using System.ComponentModel;
using System.Diagnostics;

namespace Evaluator.Cluster;

/// <summary>
/// Slurm's own programs, called as a user would. Their options and output are Slurm's stable interface; its library's structures change
/// with every release.
/// </summary>
internal static class SlurmTool
{
    /// <summary>They try a controller that is down for up to 20 s by themselves (MessageTimeout is 10 s).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <returns>What the program wrote to standard output.</returns>
    /// <exception cref="SlurmException">It is not there, did not answer, or failed.</exception>
    public static string Run(string program, params IReadOnlyList<string> arguments)
    {
        using Process process = Start(program, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new SlurmException(
                $"{program} did not answer within {Patience.TotalSeconds:0} s. Is the controller up? `scontrol ping` says.");
        }
        if (process.ExitCode != 0)
        {
            throw new SlurmException(
                $"{program} failed (exit code {process.ExitCode}): {error.Result.Trim()}\nIt was called as: {program} "
                + $"{string.Join(' ', arguments)}");
        }
        return output.Result;
    }

    private static Process Start(string program, IReadOnlyList<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception absent)
        {
            throw new SlurmException(
                $"{program} can't be started ({absent.Message}): this machine has no Slurm, or it is not on the path. Submit from a login "
                + "node of the cluster; "
                + "or play the shards by hand with `evaluator run --plan RUN --shard i/n` on machines that see the folder, then "
                + "`evaluator merge RUN`.",
                absent);
        }
    }
}
