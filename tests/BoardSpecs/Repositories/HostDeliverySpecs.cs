using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Evaluator.BoardSpecs.Board;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Repositories;

/// <summary>
/// What each kind of host sends, in its own headers and its own form (`Deliveries/`, after the hosts' documentation), signed by a library
/// that is not ours: what hands in, what does not and why, and what is signed with another secret.
/// </summary>
public class HostDeliverySpecs
{
    private const string Contest = SampleChallenge.Name;

    private static readonly (string Provider, string Address)[] Hosts =
    [
        ("github", "https://github.com/ada/predictor"), ("gitea", "https://gitea.com/ada/predictor.git"),
        ("forgejo", "https://codeberg.org/ada/predictor"), ("gitlab", "https://gitlab.com/ada/predictor.git"),
    ];

    [Fact(Timeout = 300_000)]
    public async Task Each_kind_of_host_is_understood_and_what_it_tells_in_vain_is_said()
    {
        Webhook.NoteSigner();
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Ada");
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        List<Told> told = [];
        foreach ((string provider, string address) in Hosts)
        {
            JsonNode made = await Registers(ada, address);
            string hook = made["repository"]!["hook"]!.GetValue<string>(), secret = made["secret"]!.GetValue<string>();
            JsonNode[] deliveries = Deliveries(provider);
            told.Add(new Told(provider, "signed with another secret", hook, deliveries[0], "another secret", 401));
            told.Add(new Told(provider, "at another kind of host", hook.Replace($"/{provider}/", "/other/"), deliveries[0], secret, 404));
            told.AddRange(deliveries.Select(one => new Told(provider, one["what"]!.GetValue<string>(), hook, one, secret, 202)));
        }
        List<string> wrong = [];
        foreach ((Told one, string signature) in told.Zip(Webhook.Signatures([.. told.Select(one => (one.Secret, one.Body))])))
        {
            (HttpStatusCode status, JsonNode? said) = await Tells(ada, one, signature);
            bool isUnderstood = one.Status != 202 || (said!["state"]!.GetValue<string>() == one.Delivery["state"]!.GetValue<string>()
                && said["why"]!.GetValue<string>().StartsWith(one.Delivery["says"]!.GetValue<string>(), StringComparison.Ordinal));
            if ((int)status != one.Status || !isUnderstood)
                wrong.Add($"{one.Provider}, {one.What}: {status} {said?.ToJsonString()}");
        }
        Assert.Empty(wrong);
        await TheyStandInTheInbox(ada);
    }

    /// <summary>One of each host waits for a worker, with the commit's own id; what was signed wrongly is counted, and not kept.</summary>
    private static async Task TheyStandInTheInbox(Person ada)
    {
        JsonNode[] kept = await Reads(ada, "deliveries"), repositories = await Reads(ada, "repositories");
        Assert.Equal(Hosts.Sum(host => Deliveries(host.Provider).Length), kept.Length);
        Assert.Equal(["1111111", "3333333", "4444444", "8888888"], kept.Where(one => one["state"]!.GetValue<string>() == "received")
            .Select(one => one["commit"]!.GetValue<string>()[..7]).Order(StringComparer.Ordinal));
        Assert.Equal([1, 1, 1, 1], repositories.Select(one => one["unsignedDeliveries"]!.GetValue<int>()));
    }

    private static JsonNode[] Deliveries(string provider) => [.. JsonNode.Parse(File.ReadAllText(Path.Combine(
        Repository.Root, "tests", "BoardSpecs", "Repositories", "Deliveries", provider + ".json")))!.AsArray().Select(one => one!)];

    private static async Task<JsonNode[]> Reads(Person ada, string what) => [.. JsonNode.Parse(
        await ada.Client.GetStringAsync($"/api/v1/c/{Contest}/{what}", TestContext.Current.CancellationToken))!.AsArray()
        .Select(one => one!)];

    private static async Task<JsonNode> Registers(Person ada, string url)
    {
        using HttpResponseMessage answer =
            await ada.Sends(HttpMethod.Post, $"/api/v1/c/{Contest}/repositories", new { url, phase = "provisional" });
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, text);
        return JsonNode.Parse(text)!;
    }

    private static async Task<(HttpStatusCode Status, JsonNode? Said)> Tells(Person ada, Told one, string signature)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, one.Hook);
        request.Content = new StringContent(one.Body, Encoding.UTF8, "application/json");
        foreach ((string name, JsonNode? value) in one.Delivery["headers"]!.AsObject())
            request.Headers.Add(name, value!.GetValue<string>());
        foreach ((string name, string value) in Signed(one.Provider, one.Secret, signature))
            request.Headers.Add(name, value);
        using HttpResponseMessage answer = await ada.Client.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : null);
    }

    /// <summary>How each shows that it knows the secret. Gitea and Forgejo send what GitHub does, too; GitLab sends the secret.</summary>
    private static (string Name, string Value)[] Signed(string provider, string secret, string signature)
    {
        string hex = signature["sha256=".Length..];
        return provider switch
        {
            "gitlab" => [("X-Gitlab-Token", secret)],
            "gitea" => [("X-Gitea-Signature", hex), ("X-Gogs-Signature", hex), ("X-Hub-Signature-256", signature)],
            "forgejo" => [("X-Forgejo-Signature", hex), ("X-Gitea-Signature", hex), ("X-Hub-Signature-256", signature)],
            _ => [("X-Hub-Signature-256", signature)],
        };
    }

    /// <summary>Something that is sent to a hook, and how it is to be answered.</summary>
    private sealed record Told(string Provider, string What, string Hook, JsonNode Delivery, string Secret, int Status)
    {
        public string Body { get; } = Delivery["body"]!.ToJsonString();
    }
}
