using System.Data.Common;
using System.Text.Json.Nodes;
using Dapper;
using Evaluator.Board.Store;

namespace Evaluator.Board.Work;

/// <summary>
/// Takes the file names of erased people out of what workers posted: <c>run.json</c> names what was handed in, and a compiler's words name
/// it too. Only of evaluations that have ended: workers read the files of an open one, and check their hashes.
/// </summary>
/// <remarks>
/// A file that was changed no longer fits the run's own seal. The results stand in the contest's log and do not depend on it.
/// </remarks>
internal sealed class ErasedNames(Database database, Blobs blobs, TimeProvider clock, ILogger<ErasedNames> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                foreach (string evaluation in Due())
                    await Clear(evaluation, stop);
            }
            catch (Exception broken) when (broken is DbException or IOException)
            {
                log.LogWarning(broken, "Names of erased people could not be taken out of runs; tried again in a moment.");
            }
            await Task.Delay(Pause, clock, stop);
        }
    }

    private IReadOnlyList<string> Due()
    {
        using DbConnection connection = database.Read();
        return connection.Query<string>("""
            SELECT DISTINCT evaluation.id FROM account
            JOIN submission ON submission.account = account.id
            JOIN evaluation ON evaluation.submission = submission.id
            JOIN run_file ON run_file.evaluation = evaluation.id
            WHERE account.erased IS NOT NULL AND evaluation.state <> 'open' AND run_file.name = 'run.json' AND run_file.cleared IS NULL
            """).AsList();
    }

    private async Task Clear(string evaluation, CancellationToken stop)
    {
        IReadOnlyList<(string Name, string Sha256)> files = Files(evaluation);
        if (Json(files.First(file => file.Name == "run.json").Sha256) is not { } manifest)
            return;
        string fileName = Path.GetFileName(manifest["submission"]!["path"]!.GetValue<string>());
        string erased = "erased" + Path.GetExtension(fileName);
        manifest["submission"]!["name"] = "erased";
        List<(string Name, string Sha256, StoredBlob Blob)> changed = [];
        foreach ((string name, string sha256) in files)
        {
            JsonNode? content = name == "run.json" ? manifest : Json(sha256);
            if (content is null)
                continue;
            Replace(content, fileName, erased);
            changed.Add((name, sha256, await blobs.Keep(System.Text.Encoding.UTF8.GetBytes(content.ToJsonString()), stop)));
        }
        database.Write(transaction =>
        {
            DbConnection connection = transaction.Connection!;
            foreach ((string name, string _, StoredBlob blob) in changed)
                connection.Execute(
                    "UPDATE run_file SET sha256 = @Sha256, size = @Size, cleared = @now WHERE evaluation = @evaluation AND name = @name",
                    new { blob.Sha256, blob.Size, now = clock.Now(), evaluation, name }, transaction);
            connection.Execute("UPDATE evaluation SET rejection = REPLACE(rejection, @fileName, @erased) WHERE id = @evaluation",
                new { fileName, erased, evaluation }, transaction);
        });
        foreach ((string _, string before, StoredBlob blob) in changed.Where(one => one.Sha256 != one.Blob.Sha256))
            if (!IsUsed(before))
                blobs.Forget(before);
    }

    private IReadOnlyList<(string Name, string Sha256)> Files(string evaluation)
    {
        using DbConnection connection = database.Read();
        return connection.Query<(string, string)>(
            "SELECT name, sha256 FROM run_file WHERE evaluation = @evaluation AND name IN ('run.json', 'summary.json', 'public.json')",
            new { evaluation }).AsList();
    }

    private JsonNode? Json(string sha256)
    {
        using FileStream? content = blobs.Open(sha256);
        return content is null ? null : JsonNode.Parse(content);
    }

    private static void Replace(JsonNode node, string name, string erased)
    {
        switch (node)
        {
            case JsonObject members:
                foreach ((string member, JsonNode? value) in members.ToList())
                    if (Replaced(value, name, erased) is { } text)
                        members[member] = text;
                break;
            case JsonArray items:
                for (int place = 0; place < items.Count; place++)
                    if (Replaced(items[place], name, erased) is { } text)
                        items[place] = text;
                break;
        }
    }

    /// <returns>The new text of a text that had the name in it; null for anything else, which was gone through.</returns>
    private static string? Replaced(JsonNode? node, string name, string erased)
    {
        if (node is JsonValue value && value.TryGetValue(out string? text))
            return text.Contains(name, StringComparison.Ordinal) ? text.Replace(name, erased, StringComparison.Ordinal) : null;
        if (node is not null)
            Replace(node, name, erased);
        return null;
    }

    private bool IsUsed(string sha256)
    {
        using DbConnection connection = database.Read();
        return connection.ExecuteScalar<long>("""
            SELECT (SELECT COUNT(*) FROM run_file WHERE sha256 = @sha256) + (SELECT COUNT(*) FROM submission WHERE sha256 = @sha256)
                + (SELECT COUNT(*) FROM document WHERE sha256 = @sha256) + (SELECT COUNT(*) FROM case_conflict WHERE sha256 = @sha256)
            """, new { sha256 }) > 0;
    }
}
