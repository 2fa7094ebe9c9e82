using System.Globalization;
using System.Net;

namespace Evaluator.BoardSpecs.Repositories;

/// <summary>A competitor's own copy of a repository, from which they push.</summary>
internal sealed class PushedRepository
{
    private readonly string work, certificate;
    private readonly string? bare;
    private int commits;

    /// <param name="bare">Where it lies at its host; null where there is none.</param>
    public PushedRepository(Uri address, string certificate, string work, string? bare)
    {
        (Address, this.certificate, this.work, this.bare) = (address, certificate, work, bare);
        Directory.CreateDirectory(work);
        Git.Run(work, "init", "-q", "-b", "main");
    }

    public Uri Address { get; }

    /// <summary>The id of the newest commit.</summary>
    public string Newest => Git.Run(work, "rev-parse", "HEAD");

    public void Write(string file, string content) => Write(file, System.Text.Encoding.UTF8.GetBytes(content));

    public void Write(string file, byte[] content)
    {
        string path = Path.Combine(work, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    public void Link(string file, string target) => File.CreateSymbolicLink(Path.Combine(work, file), target);

    /// <summary>A repository within the repository: what `git submodule add` leaves in its tree.</summary>
    public void Submodule(string path)
    {
        string inner = Directory.CreateDirectory(Path.Combine(work, path)).FullName;
        Git.Run(inner, "init", "-q", "-b", "main");
        Git.Run(inner, "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "-q", "--allow-empty", "-m", "inner");
    }

    /// <returns>The id of the commit.</returns>
    public string Commit(string subject, string author = "Ada", string mail = "ada@example.org")
    {
        string date = string.Create(CultureInfo.InvariantCulture, $"2026-01-02T03:04:{commits++:00}Z");
        Git.Run(work, "add", "-A");
        Git.Run(work, "-c", $"user.name={author}", "-c", $"user.email={mail}", "commit", "-q", "--date", date, "-m", subject);
        return Git.Run(work, "rev-parse", "HEAD");
    }

    /// <summary>The host gets an address to tell of pushes.</summary>
    public void TellsOfPushes(string hook, string secret)
    {
        if (bare is not null)
            Webhook.Set(bare, hook, secret);
    }

    /// <summary>What was answered when the host told of the newest push of a tag; null where it did not.</summary>
    public HttpStatusCode? Answered(string tag) => bare is null ? null : Webhook.Answered(bare, tag, Newest);

    /// <summary>`git push`, with a tag on the newest commit.</summary>
    /// <returns>What git said, and the host.</returns>
    public string Push(string tag)
    {
        Git.Run(work, "tag", "-f", tag);
        return Git.Run(work, "-c", $"http.sslCAInfo={certificate}", "push", "-q", "-f", "--tags", Address.ToString(), "main");
    }
}
