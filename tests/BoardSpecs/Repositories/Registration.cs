using System.Net;

namespace Evaluator.BoardSpecs.Repositories;

/// <summary>A repository that a member registered, with its hook.</summary>
internal sealed class Registration(Member member, PushedRepository repository, string hook, string secret)
{
    public PushedRepository Repository => repository;

    public string Hook => hook;

    /// <summary>The host's settings of the hook get another secret.</summary>
    public void UsesSecret(string another) => secret = another;

    /// <summary>Pushes what was committed last with a tag, and has the host tell the board of it.</summary>
    /// <returns>The commit.</returns>
    public async Task<string> Pushes(string tag)
    {
        repository.Push(tag);
        string commit = repository.Newest;
        Assert.Equal(HttpStatusCode.Accepted, await Tells(tag, commit));
        return commit;
    }

    /// <summary>The host tells the board of a push.</summary>
    /// <param name="signedWith">Null for the secret that the host has.</param>
    public Task<HttpStatusCode> Tells(string tag, string commit, string? signedWith = null, string? delivery = null)
    {
        string body = Webhook.Push(tag, commit);
        return Webhook.Send(
            member.Person.Client, hook, body, Webhook.Signature(signedWith ?? secret, body), delivery ?? Guid.NewGuid().ToString());
    }
}
