using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Workers;

namespace Evaluator.Harness.Sandbox;

/// <summary>
/// Results of self-tests, kept for the boot and the configuration they were made under: a file each in the user's cache folder
/// (<c>$XDG_CACHE_HOME/evaluator</c>, else <c>~/.cache/evaluator</c>). Where that can't be written, every run tests.
/// </summary>
internal static class SelfTestMemory
{
    public static SandboxRecord? Recall(SandboxMeans means)
    {
        try
        {
            string file = FileFor(means);
            return File.Exists(file) ? JsonSerializer.Deserialize(File.ReadAllBytes(file), RunJson.Readable.SandboxRecord) : null;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    public static void Keep(SandboxMeans means, SandboxRecord record)
    {
        try
        {
            string file = FileFor(means);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            AtomicFile.Replace(file, JsonSerializer.SerializeToUtf8Bytes(record, RunJson.Readable.SandboxRecord));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // A read-only home: the next run tests again.
        }
    }

    private static string FileFor(SandboxMeans means)
    {
        string cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        string[] configuration =
        [
            File.ReadAllText("/proc/sys/kernel/random/boot_id"),
            $"{LibC.geteuid()}",
            $"level {means.Level}",
            .. means.Mechanisms(),
            .. means.Missing,
            WorkerCommand.WorkerFolder,
            .. Directory.GetFiles(WorkerCommand.WorkerFolder, "*.dll").Append(typeof(SelfTestMemory).Assembly.Location).Order(StringComparer.Ordinal)
                .Select(file => $"{file} {File.GetLastWriteTimeUtc(file).Ticks}"),
        ];
        string key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', configuration))))[..16];
        return Path.Combine(cache, "evaluator", $"self-test-{key}.json");
    }
}
