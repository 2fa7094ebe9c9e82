using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evaluator.Board.Folder;

/// <summary>
/// <c>board.json</c>: what an operator sets once for a whole board. What belongs to one contest is in its log.
/// </summary>
internal sealed record BoardSettings
{
    /// <summary>The name in the pages' heads.</summary>
    public string Name { get; init; } = "Evaluator";

    /// <summary>Where the web process listens, unless the command line says so.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:8080";

    /// <summary>How many accounts the board takes at most.</summary>
    public int MaxAccounts { get; init; } = 10_000;

    /// <summary>The largest upload in bytes. The contest's limit for a DLL is 1 MB; a zip of a source tree may be larger packed with
    /// tests.</summary>
    public long MaxUploadBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Requests a second that one token or one signed-in person may make, on average.</summary>
    public int RequestsPerSecond { get; init; } = 20;

    /// <summary>Addresses of reverse proxies whose <c>X-Forwarded-*</c> headers are believed.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>The least sandbox level that this board demands of its workers; every page says so where it is below 3.</summary>
    public int RequiredSandboxLevel { get; init; } = 3;

    /// <summary>
    /// How many cases a worker plays at a stretch. Few: teams take turns after each, and a dead worker loses little; more: a stretch costs
    /// some 20 ms beside its cases.
    /// </summary>
    public int CasesOfShard { get; init; } = 4;

    /// <summary>
    /// A RabbitMQ broker (amqp://user:password@host/vhost) that tells workers of jobs; null for the board's own queue, which workers ask
    /// over HTTP.
    /// </summary>
    public string? Amqp { get; init; }

    /// <summary>
    /// A PostgreSQL database, as Npgsql names it (Host=db.example.org;Database=board;Username=board;Search Path=board); null for SQLite in
    /// the board's folder. A password is better kept in ~/.pgpass.
    /// </summary>
    public string? Database { get; init; }

    /// <summary>The hosts that teams may register repositories of. An empty list: nothing is fetched from anywhere.</summary>
    public IReadOnlyList<GitHost> GitHosts { get; init; } = GitHost.Public;

    /// <summary>How long the fetch of one commit may take.</summary>
    public double GitSeconds { get; init; } = 60;

    /// <summary>What the objects of one commit may take, packed and on their way.</summary>
    public int GitMebibytes { get; init; } = 64;

    /// <summary>Kestrel's own settings (certificates, limits), as ASP.NET Core names them.</summary>
    public JsonElement? Kestrel { get; init; }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";

    /// <exception cref="BoardFolderException">The file is not settings; the message names it and the line.</exception>
    public static BoardSettings Read(string file)
    {
        try
        {
            BoardSettings settings = JsonSerializer.Deserialize<BoardSettings>(File.ReadAllText(file), Options)
                ?? throw new BoardFolderException($"{file}: expected an object with the board's settings, found null.");
            return settings.Checked(file);
        }
        catch (JsonException wrong)
        {
            throw new BoardFolderException($"{file}, line {wrong.LineNumber + 1}: {wrong.Message}");
        }
    }

    private BoardSettings Checked(string file)
    {
        if (MaxUploadBytes is < 1024 or > 1L << 30)
            throw new BoardFolderException($"{file}: maxUploadBytes is {MaxUploadBytes}; expected 1024 to 1073741824.");
        if (RequestsPerSecond < 1)
            throw new BoardFolderException($"{file}: requestsPerSecond is {RequestsPerSecond}; expected 1 or more.");
        if (GitSeconds is < 1 or > 3600 || GitMebibytes is < 1 or > 4096)
            throw new BoardFolderException(
                $"{file}: gitSeconds is {GitSeconds} and gitMebibytes {GitMebibytes}; expected 1 to 3600 s, and 1 to 4096 MiB.");
        foreach (GitHost host in GitHosts)
        {
            if (!GitHost.Providers.Contains(host.Provider))
                throw new BoardFolderException(
                    $"{file}: the provider of {host.Host} is \"{host.Provider}\"; expected {string.Join(", ", GitHost.Providers)}.");
        }
        return this;
    }
}
