using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Repositories;

/// <summary>
/// What GitHub sends after a push: the body of its documentation, signed by GitHub's own library (npm's @octokit/webhooks-methods), which
/// `.ci/run` installs; where it is not, by the command line of OpenSSL. Neither is ours.
/// </summary>
internal static class Webhook
{
    private static readonly string Modules = Path.Combine(Repository.Root, "artifacts", "npm", "node_modules");

    public static string Signer => Directory.Exists(Path.Combine(Modules, "@octokit", "webhooks-methods")) ? "octokit" : "openssl";

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
    public static string Signature(string secret, string body)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, body);
            ProcessStartInfo start = Signer == "octokit"
                ? new("node", ["--input-type=module", "-e",
                    $"import {{ sign }} from '{Modules}/@octokit/webhooks-methods/dist-node/index.js'; "
                    + "import { readFileSync } from 'node:fs'; "
                    + "console.log(await sign(process.env.SECRET, readFileSync(process.env.BODY, 'utf8')));"])
                : new("sh", ["-c", "openssl dgst -sha256 -hmac \"$SECRET\" -r \"$BODY\" | sed 's/^\\([0-9a-f]*\\).*/sha256=\\1/'"]);
            start.Environment["SECRET"] = secret;
            start.Environment["BODY"] = file;
            EndedProcess ended = EndedProcess.Of(start);
            Assert.True(ended.ExitCode == 0, ended.Said);
            return ended.Said.Trim();
        }
        finally
        {
            File.Delete(file);
        }
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
