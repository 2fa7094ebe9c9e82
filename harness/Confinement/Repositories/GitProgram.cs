using System.Globalization;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.Workers;

namespace Evaluator.Confinement.Repositories;

/// <summary>
/// The machine's git, as it runs behind the walls: a shell fetches, then git itself hands out objects. Nothing of a repository is ever
/// checked out, so no hook, filter, attribute or link of it comes to life.
/// </summary>
internal sealed class GitProgram
{
    /// <summary>Exit codes of the script: what was being done when it failed.</summary>
    public const int NotFetched = 32, NotACommit = 33, NotKept = 34;

    private const int OldestMajor = 2, OldestMinor = 37;    // http.curloptResolve

    /// <summary>
    /// The commit itself must come; the one before it, and the history without its trees, may. What git makes for us becomes an object too,
    /// so that one way out serves all: the ids, on one line, and then whatever is asked for.
    /// </summary>
    private const string Script = """
        git init -q --bare --template= /tmp/repository && cd /tmp/repository && git config remote.origin.url "$URL" || exit 31
        get() { git fetch -q --no-tags --no-write-fetch-head --no-auto-maintenance --recurse-submodules=no --refmap= "$@"; }
        keep() { git hash-object -w --stdin; }
        log() { git log -z --encoding=UTF-8 --max-count=50 --format=%H%x1f%P%x1f%an%x1f%ae%x1f%at%x1f%s "$commit" | keep; }
        get --depth=1 origin "$WANTED:refs/kept/wanted" || exit 32
        commit=$(git rev-parse -q --verify "refs/kept/wanted^{commit}") && git update-ref refs/heads/wanted "$commit" || exit 33
        tree=$(git ls-tree -r -z -l --full-tree "$commit" | keep) || exit 34
        changes=-
        if [ -n "$PREVIOUS" ] && get --depth=1 origin "$PREVIOUS"; then
            changes=$(git diff --no-color --no-ext-diff --no-textconv -M "$PREVIOUS" "$commit" | keep) || changes=-
        fi
        log=$(log) || exit 34
        if get --depth=50 --filter=tree:0 origin "$WANTED"; then more=$(log) && log=$more; fi
        echo "ready $commit $tree $log $changes"
        exec git cat-file --batch
        """;

    private static readonly string[] SystemCertificates =
        ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem"];

    private readonly string program, libraries;

    private GitProgram(string program, string libraries) => (this.program, this.libraries) = (program, libraries);

    /// <param name="missing">What is missing, and how to get it.</param>
    public static GitProgram? Find(out string? missing)
    {
        missing = $"git {OldestMajor}.{OldestMinor} or later is missing: install it (Debian, Ubuntu: apt-get install git ca-certificates).";
        if (ToolFinder.FindBinary("git") is not { } program || ToolFinder.Ask(program, "--version") is not { } said
            || !IsYoungEnough(said) || ToolFinder.Ask(program, "--exec-path")?.Trim() is not { } libraries)
            return null;
        missing = null;
        return new GitProgram(program, libraries);
    }

    /// <param name="certificates">A file; null for the machine's own.</param>
    public ConfinedProgram Fetching(FetchRequest request, PinnedHost host, string? certificates)
    {
        const string Certificates = Bubblewrap.Home + "/certificates.pem";
        certificates ??= Array.Find(SystemCertificates, File.Exists)
            ?? throw new HarnessFaultException("this machine has no certificates to check a host's with: install ca-certificates.");
        Dictionary<string, string> shown = new()
        {
            ["/bin/sh"] = ToolFinder.Resolve("/bin/sh"),
            ["/usr/bin/git"] = program,
            [Certificates] = certificates,
        };
        if (!Bubblewrap.IsInsideToo(libraries))
            shown[libraries] = libraries;
        return new ConfinedProgram(["/bin/sh", "-c", Script], shown, Environment(request, host, Certificates))
        {
            StartsProcesses = true,
            SharesNetwork = true,
            TemporaryBytes = (ulong)request.Mebibytes << 20,
        };
    }

    private static Dictionary<string, string> Environment(FetchRequest request, PinnedHost host, string certificates)
    {
        (string Name, string Value)[] settings =
        [
            ("protocol.allow", "never"), ("protocol.https.allow", "always"), ("http.followRedirects", "false"),
            ("http.curloptResolve", host.Resolve), ("http.sslCAInfo", certificates), ("http.sslVerify", "true"), ("http.proxy", ""),
            ("credential.helper", ""), ("core.hooksPath", "/dev/null"), ("core.bigFileThreshold", "1m"), ("fetch.fsckObjects", "true"),
            ("pack.threads", "1"), ("gc.auto", "0"), ("maintenance.auto", "false"), ("submodule.recurse", "false"),
        ];
        Dictionary<string, string> environment = new()
        {
            ["PATH"] = "/usr/bin",
            ["LC_ALL"] = "C.UTF-8",
            ["URL"] = request.Address.AbsoluteUri,
            ["WANTED"] = request.Commit,
            ["PREVIOUS"] = request.Previous ?? "",
            ["GIT_CONFIG_NOSYSTEM"] = "1",
            ["GIT_CONFIG_GLOBAL"] = "/dev/null",
            ["GIT_TERMINAL_PROMPT"] = "0",
            ["GIT_CONFIG_COUNT"] = settings.Length.ToString(CultureInfo.InvariantCulture),
        };
        for (int i = 0; i < settings.Length; i++)
        {
            environment[string.Create(CultureInfo.InvariantCulture, $"GIT_CONFIG_KEY_{i}")] = settings[i].Name;
            environment[string.Create(CultureInfo.InvariantCulture, $"GIT_CONFIG_VALUE_{i}")] = settings[i].Value;
        }
        return environment;
    }

    /// <summary>`git version 2.39.5`, on some machines with more behind it.</summary>
    private static bool IsYoungEnough(string said)
    {
        string[] numbers = said.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, var version, ..] ? version.Split('.') : [];
        return numbers.Length >= 2 && int.TryParse(numbers[0], out int major) && int.TryParse(numbers[1], out int minor)
            && (major, minor).CompareTo((OldestMajor, OldestMinor)) >= 0;
    }
}
