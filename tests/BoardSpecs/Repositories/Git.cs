using System.Diagnostics;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Repositories;

/// <summary>The machine's git, as a competitor uses it, with nothing of this machine's settings.</summary>
internal static class Git
{
    /// <returns>What it printed.</returns>
    public static string Run(string folder, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new("git", arguments) { WorkingDirectory = folder };
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment.Remove("GIT_SSL_CAINFO");
        EndedProcess ended = EndedProcess.Of(start);
        Assert.True(ended.ExitCode == 0, $"git {string.Join(' ', arguments)}: {ended.Said}");
        return ended.Said.Trim();
    }
}
