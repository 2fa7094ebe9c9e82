using System.Net;
using System.Net.Sockets;

namespace Evaluator.BoardSpecs.Board;

/// <summary>The image from nothing: made, served on a volume, killed, made anew on the same volume. In the soak alone: it bootstraps a
/// system.</summary>
public class ContainerSpecs
{
    private const string Contest = SampleChallenge.Name;

    [Fact(Timeout = 3_600_000)]
    public async Task A_container_that_is_killed_and_made_anew_on_its_volume_has_lost_nothing()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("EVALUATOR_SOAK") is { Length: > 0 }, "in the soak alone");
        string? reason = Container.WhyNot();
        Assert.SkipUnless(reason is null, reason ?? "");
        await Container.Build();
        string volume = Directory.CreateTempSubdirectory("volume-").FullName;
        File.SetUnixFileMode(volume, (UnixFileMode)0b111_111_111);   // the image's user is nobody that this machine knows
        using SampleChallenge challenge = new();
        await Container.Command([$"{volume}:/board"], "new", "/board/board");
        await Container.Command([$"{volume}:/board", $"{challenge.Folder}:/challenge:ro"], "add", "/board/board", "/challenge");
        Uri address = FreeAddress();
        List<string> acknowledged = [];
        Person ada;
        using (Container first = new(volume, address))
        {
            string link = await first.Said("board: the organiser's link");
            await first.Said("board: ready");
            using Person organiser = await Person.Joins(address, link[link.IndexOf("http", StringComparison.Ordinal)..], "Olga");
            ada = await organiser.Invites("Ada");
            await ada.MakesTeam(Contest, "Gulls");
            await ada.MakeToken();
            for (int number = 0; number < 5; number++)
                acknowledged.Add(await ada.Submits(Contest, "provisional", $"class A{number} {{ }}"));
            await first.Kill();
        }
        using (Container second = new(volume, address))
        {
            await second.Said("board: ready");
            string page = await ada.Client.GetStringAsync($"/c/{Contest}/submissions", TestContext.Current.CancellationToken);
            Assert.Equal(5, acknowledged.Count(submission => page.Contains($"/s/{submission}\"", StringComparison.Ordinal)));
            using HttpResponseMessage file = await ada.Sends(HttpMethod.Get, $"/api/v1/submissions/{acknowledged[4]}/file");
            Assert.Equal("class A4 { }", await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            await ada.Submits(Contest, "provisional", "class B { }");
        }
        ada.Dispose();
        Directory.Delete(volume, recursive: true);
    }

    private static Uri FreeAddress()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
