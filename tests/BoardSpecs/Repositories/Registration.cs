using System.Net;

namespace Evaluator.BoardSpecs.Repositories;

/// <summary>A repository that a member registered, with its hook.</summary>
internal sealed class Registration(Member member, PushedRepository repository, string hook, string secret)
{
    public PushedRepository Repository => repository;

    public string Hook => hook;

    /// <summary>The host's settings of the hook get another secret.</summary>
    public void UsesSecret(string another)
    {
        secret = another;
        repository.TellsOfPushes(hook, secret);
    }

    /// <summary>Pushes what was committed last with a tag; the host's hook tells the board of it.</summary>
    /// <returns>The commit.</returns>
    public string Pushes(string tag)
    {
        string said = repository.Push(tag), commit = repository.Newest;
        Assert.True(repository.Answered(tag) == HttpStatusCode.Accepted, $"{tag} was answered {repository.Answered(tag)}: {said}");
        return commit;
    }

    /// <summary>Somebody tells the board of a push, as the host would.</summary>
    /// <param name="signedWith">Null for the secret that the host has.</param>
    public Task<HttpStatusCode> Tells(string tag, string commit, string? signedWith = null, string? delivery = null)
    {
        string body = Webhook.Push(tag, commit);
        return Webhook.Send(
            member.Person.Client, hook, body, Webhook.Signature(signedWith ?? secret, body), delivery ?? Guid.NewGuid().ToString());
    }
}
