using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.Workers;

namespace Evaluator.Confinement.SelfTest;

/// <summary>
/// Results of self-tests, kept for the boot and the configuration they were made under: a file each in the user's cache
/// folder. Where that can't be written, every run tests.
/// </summary>
internal static partial class SelfTestMemory
{
    public static SandboxRecord? Recall(SandboxMeans means)
    {
        try
        {
            string file = FileFor(means);
            return File.Exists(file) ? JsonSerializer.Deserialize(File.ReadAllBytes(file), SelfTestJson.Readable.SandboxRecord) : null;
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
            UserCache.Keep(FileFor(means), JsonSerializer.SerializeToUtf8Bytes(record, SelfTestJson.Readable.SandboxRecord));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // What the name is made of can't be read: the next run tests again.
        }
    }

    private static string FileFor(SandboxMeans means)
    {
        string[] configuration =
        [
            File.ReadAllText("/proc/sys/kernel/random/boot_id"),
            $"{LibC.geteuid()}",
            // A batch system's task may not make the groups that its user may; the numbers in their names are of one job alone.
            Number().Replace(File.ReadAllText("/proc/self/cgroup"), "#"),
            $"level {means.Level}",
            .. means.Mechanisms(),
            .. means.Missing,
            WorkerInstallation.Folder,
            .. Directory.GetFiles(WorkerInstallation.Folder, "*.dll").Append(typeof(SelfTestMemory).Assembly.Location)
            .Order(StringComparer.Ordinal)
                .Select(file => $"{file} {File.GetLastWriteTimeUtc(file).Ticks}"),
        ];
        string key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', configuration))))[..16];
        return Path.Combine(UserCache.Folder, $"self-test-{key}.json");
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
