using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Repositories;

/// <summary>
/// Who signs for a host: GitHub's own library (npm's @octokit/webhooks-methods), which `.ci/run` installs; where it is not, the command
/// line of OpenSSL. Neither is ours. A push is told by the host's hook (`post-receive.mjs`); what is sent from here is what somebody else
/// would send: again, wrongly signed, of something that is not there.
/// </summary>
internal static class Webhook
{
    private static readonly string Library =
        Path.Combine(Repository.Root, "artifacts", "npm", "node_modules", "@octokit", "webhooks-methods", "dist-node", "index.js");

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "BoardSpecs", "Repositories");

    private static bool HasLibrary => File.Exists(Library);

    /// <summary>Says in the results of the spec that runs who has not signed.</summary>
    public static void NoteSigner()
    {
        if (!HasLibrary)
            TestContext.Current.AddWarning($"{Library} is not installed (.ci/run does it): OpenSSL signed in its place.");
    }

    /// <summary>A bare repository tells of each push from now on, as a host does by its settings of the hook.</summary>
    public static void Set(string bare, string hook, string secret)
    {
        File.WriteAllText(Path.Combine(bare, "hook"), $"{hook}\n{secret}\n{Library}\n");
        string script = Path.Combine(bare, "hooks", "post-receive");
        Directory.CreateDirectory(Path.GetDirectoryName(script)!);
        File.WriteAllText(script, $"""
            #!/bin/sh
            exec {(HasLibrary ? $"node '{Folder}/post-receive.mjs'" : $"bash '{Folder}/post-receive.sh'")}
            """ + "\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>What the board answered when the repository told of a push; null where it did not.</summary>
    public static HttpStatusCode? Answered(string bare, string tag, string commit)
    {
        string file = Path.Combine(bare, "deliveries");
        string? told = File.Exists(file)
            ? File.ReadLines(file).LastOrDefault(line => line.StartsWith($"refs/tags/{tag} {commit} ", StringComparison.Ordinal)) : null;
        return told is null ? null : (HttpStatusCode)int.Parse(told.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A push of a tag, as GitHub words it.</summary>
    public static string Push(string tag, string commit) => new JsonObject
    {
        ["ref"] = "refs/tags/" + tag,
        ["before"] = new string('0', 40),
        ["after"] = commit,
        ["created"] = true,
        ["deleted"] = false,
        ["forced"] = false,
        ["head_commit"] = new JsonObject { ["id"] = commit, ["timestamp"] = "1999-01-01T00:00:00Z" },
        ["repository"] = new JsonObject { ["full_name"] = "ada/predictor" },
    }.ToJsonString();

    /// <returns>The value of X-Hub-Signature-256.</returns>
    public static string Signature(string secret, string body) => Signatures([(secret, body)])[0];

    /// <summary>Of many at once: a start of Node costs more than the signatures.</summary>
    public static IReadOnlyList<string> Signatures(IReadOnlyList<(string Secret, string Body)> bodies)
    {
        string file = Path.GetTempFileName();
        try
        {
            if (!HasLibrary)
                return [.. bodies.Select(one => OpenSslSignature(file, one.Secret, one.Body))];
            JsonArray pairs = [.. bodies.Select(one => new JsonArray(one.Secret, one.Body))];
            File.WriteAllText(file, pairs.ToJsonString());
            string script = $"import {{ sign }} from '{Library}'; import {{ readFileSync }} from 'node:fs'; "
                + $"for (const pair of JSON.parse(readFileSync('{file}', 'utf8'))) console.log(await sign(...pair));";
            return Ended(new("node", ["--input-type=module", "-e", script])).Split('\n');
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string OpenSslSignature(string file, string secret, string body)
    {
        File.WriteAllText(file, body);
        return "sha256=" + Ended(new("openssl", ["dgst", "-sha256", "-hmac", secret, "-r", file])).Split(' ')[0];
    }

    private static string Ended(ProcessStartInfo start)
    {
        EndedProcess ended = EndedProcess.Of(start);
        Assert.True(ended.ExitCode == 0, ended.Said);
        return ended.Output.Trim();
    }

    /// <summary>Sends it as GitHub does.</summary>
    public static async Task<HttpStatusCode> Send(HttpClient client, string hook, string body, string signature, string delivery)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, hook);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add("X-GitHub-Event", "push");
        request.Headers.Add("X-GitHub-Delivery", delivery);
        request.Headers.Add("X-Hub-Signature-256", signature);
        using HttpResponseMessage answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
