using System.Net;
using System.Text.Json.Nodes;
using Evaluator.BoardSpecs.Work;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.BoardSpecs.Repositories;

/// <summary>
/// What a repository, its host, or somebody in between can do wrong: each is refused or bounded, said on the page, and takes nothing along.
/// One board and one worker for all, since what one row does must not be felt by the next.
/// </summary>
public class GitRefusalSpecs
{
    private static readonly byte[] Noise = RandomNoise(3 * 1024 * 1024);

    /// <summary>What is pushed, and what the page says of it.</summary>
    private static readonly (string Name, Action<PushedRepository> Change, string Says)[] Pushed =
    [
        ("no-control", repository => repository.Write(".evaluator-board", "evaluator-board somebody-elses\n"),
            "does not show that the repository is your team's"),
        ("too-large", repository => repository.Write("noise.bin", Noise), "larger than 2 MiB"),
        ("submodule", repository => repository.Submodule("lib/other"), "\"lib/other\" is a submodule"),
        ("lfs", repository => repository.Write("model.bin",
            $"version https://git-lfs.github.com/spec/v1\noid sha256:{new string('a', 64)}\nsize 12345\n"),
            "\"model.bin\" stands in Git LFS"),
        ("link-out", repository => repository.Link("passwords", "../../../etc/passwd"),
            "\"passwords\" is a link to \"../../../etc/passwd\""),
        ("link-absolute", repository => repository.Link("passwords", "/etc/passwd"), "\"passwords\" is a link to \"/etc/passwd\""),
        ("link-circle", repository =>
        {
            repository.Link("a", "b");
            repository.Link("b", "a");
        }, "is a link to"),
        ("unpacks", repository => repository.Write("zeros.bin", new byte[40 * 1024 * 1024]), "larger than what is taken"),
    ];

    [Fact(Timeout = 600_000)]
    public async Task Each_is_refused_or_bounded_said_on_the_page_and_nothing_is_lost()
    {
        Assert.SkipUnless(GitHost.Missing is null, GitHost.Missing ?? "");
        using GitHost host = new();
        await host.Start();
        await using BoardAtWork board = await BoardAtWork.StartWith(settings =>
        {
            host.Allow(settings);
            settings["maxUploadBytes"] = 1024 * 1024;
        }, await SmallCity.Folder, sets: "example");
        board.MakeCompetitor("ada");
        using Member ada = await Member.SignsIn(board, "ada");
        Registration honest = await ada.Registers(host.Make("honest"));
        honest.Repository.Write("Zero.cs", await File.ReadAllTextAsync(EvaluatorProgram.Source("Zero")));
        honest.Repository.Commit("A first try");
        // Before there is a worker: it waits, over a restart of the board too.
        string good = honest.Pushes("submission-1");
        await board.Web.Kill();
        await board.Web.Start();
        board.StartWorker(places: 1);

        List<string> wrong = [];
        await Deliveries(honest, ada, good, wrong);
        foreach ((string name, Action<PushedRepository> change, string says) in Pushed)
        {
            Registration registration = await ada.Registers(host.Make(name));
            registration.Repository.Write("Zero.cs", "class Zero { }");
            change(registration.Repository);
            registration.Repository.Commit(name);
            await Refused(ada, name, registration.Pushes("submission-1"), says, wrong);
        }
        await Hosts(host, ada, wrong);

        Assert.Empty(wrong);
        Assert.Equal(0, host.Knocks);
        await ada.SubmissionOf(good);
        honest.Repository.Write("README.md", "After all that.\n");
        honest.Repository.Commit("After all that");
        await ada.SubmissionOf(honest.Pushes("submission-last"));
        SubmissionAccepted[] accepted = [.. board.Entries().Select(entry => entry.Body).OfType<SubmissionAccepted>()];
        Assert.Equal(3, accepted.Length);    // the first, the one of the rotation, the last
        await NobodyElseReadsOfIt(board, ada);
    }

    /// <summary>What was pushed to a repository that does not show whose it is, is on its team's own page and nowhere else.</summary>
    private static async Task NobodyElseReadsOfIt(BoardAtWork board, Member ada)
    {
        const string Contest = PredictorContest.Name, Unshown = "/git/no-control";
        using HttpResponseMessage shown = await ada.Person.Posts("/u/ada?handler=Show", ("shown", "Page"), ("shown", "Submissions"));
        Assert.Equal(HttpStatusCode.Redirect, shown.StatusCode);
        Assert.Contains(Unshown, await ada.ReadsPage());
        foreach (string path in (string[])["/u/ada", "/u/ada.json", "/people", $"/c/{Contest}", $"/c/{Contest}/example/standings",
            $"/api/v1/c/{Contest}", $"/api/v1/c/{Contest}/example/standings", $"/api/v1/c/{Contest}/log"])
            Assert.DoesNotContain(Unshown, await board.Client.GetStringAsync(path));
        Assert.Equal(0, board.Query<long>("""
            SELECT COUNT(*) FROM source JOIN repository ON repository.id = source.repository WHERE repository.url LIKE '%no-control%'
            """).Single());
    }

    /// <summary>Signatures, replays, rotation, tags that move.</summary>
    private static async Task Deliveries(Registration honest, Member ada, string good, List<string> wrong)
    {
        string submission = await ada.SubmissionOf(good), other = new('2', 40);
        Check(wrong, "a wrong signature", HttpStatusCode.Unauthorized, await honest.Tells("submission-2", other, signedWith: "another"));
        if (!(await ada.ReadsPage()).Contains("Wrongly signed"))
            wrong.Add("the page does not say that a signature was wrong");
        // The same again: the same id, and the same body under another id.
        Check(wrong, "a replay", HttpStatusCode.Accepted, await honest.Tells("submission-1", good, delivery: "one"));
        Check(wrong, "a replay", HttpStatusCode.Accepted, await honest.Tells("submission-1", good, delivery: "one"));
        if (await ada.SubmissionOf(good) != submission)
            wrong.Add("a replay became another submission");

        // Two secrets are good after a rotation; after the next one the oldest is not.
        string second = await ada.Rotates(honest);
        honest.Repository.Write("README.md", "Signed with the old secret.\n");
        honest.Repository.Commit("Signed with the old secret");
        await ada.SubmissionOf(honest.Pushes("submission-2"));
        string third = await ada.Rotates(honest);
        Check(wrong, "the first of three secrets", HttpStatusCode.Unauthorized, await honest.Tells("submission-3", other));
        Check(wrong, "the second of three secrets", HttpStatusCode.Accepted, await honest.Tells("nothing", other, signedWith: second));
        honest.UsesSecret(third);

        // A tag that moves: what it named first stands.
        honest.Repository.Write("README.md", "Moved.\n");
        string moved = honest.Repository.Commit("Moved");
        honest.Pushes("submission-1");
        await Refused(ada, "a tag that moved", moved, "a tag that moves is not followed", wrong);
        if (await ada.SubmissionOf(good) != submission)
            wrong.Add("a moved tag took its first commit along");
    }

    /// <summary>Hosts that lead elsewhere, or nowhere.</summary>
    private static async Task Hosts(GitHost host, Member ada, List<string> wrong)
    {
        foreach ((Uri address, string says) in ((Uri, string)[])[
            (host.RedirectingAddress, "answers with a redirect"), (host.PrivateAddress, "which is private"),
            (host.SilentAddress, "did not give the commit within 15 s")])
        {
            Registration registration = await ada.Registers(host.At(address, "elsewhere"));
            string commit = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20));
            Check(wrong, says, HttpStatusCode.Accepted, await registration.Tells("submission-1", commit));
            await Refused(ada, says, commit, says, wrong);
        }
    }

    private static async Task Refused(Member ada, string what, string commit, string says, List<string> wrong)
    {
        string row = await ada.SettledRowOf(commit);
        if (!row.Contains("<td>refused</td>") || !row.Contains(says, StringComparison.Ordinal))
            wrong.Add($"{what}: expected \"{says}\", found {row}");
    }

    private static void Check(List<string> wrong, string what, HttpStatusCode expected, HttpStatusCode found)
    {
        if (expected != found)
            wrong.Add($"{what}: answered {found}");
    }

    private static byte[] RandomNoise(int bytes)
    {
        byte[] noise = new byte[bytes];
        new Random(7).NextBytes(noise);
        return noise;
    }
}
