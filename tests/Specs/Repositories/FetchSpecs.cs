using System.Net;
using System.Net.Sockets;
using Evaluator.Confinement;
using Evaluator.Confinement.Repositories;
using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.Workers;

namespace Evaluator.Specs.Repositories;

/// <summary>
/// Where a commit is fetched from, and by what. The whole way, with a real host and what a repository can do wrong, is shown with the
/// board.
/// </summary>
public class FetchSpecs
{
    private static readonly SandboxMeans Means = SandboxMeans.Detect();

    public static TheoryData<string, bool> Addresses => new()
    {
        { "140.82.121.3", true }, { "1.1.1.1", true }, { "172.15.255.255", true }, { "172.32.0.1", true }, { "2606:50c0:8000::153", true },
        { "127.0.0.1", false }, { "10.1.2.3", false }, { "172.16.0.1", false }, { "172.31.255.255", false }, { "192.168.1.1", false },
        { "169.254.169.254", false }, { "100.64.0.1", false }, { "0.0.0.0", false }, { "224.0.0.1", false }, { "255.255.255.255", false },
        { "::1", false }, { "::", false }, { "fe80::1", false }, { "fd00::1", false }, { "ff02::1", false }, { "::ffff:127.0.0.1", false },
        { "::ffff:10.0.0.1", false }, { "::127.0.0.1", false }, { "64:ff9b::7f00:1", false }, { "2002:7f00:1::", false },
        { "2001:0:7f00:1::", false }, { "2001:db8::1", false },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Only_addresses_of_the_public_internet_are_public(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public void A_name_with_a_private_address_among_others_is_refused_and_asked_for_once()
    {
        int asked = 0;
        IPAddress[] LookUp(string host)
        {
            asked++;
            return [IPAddress.Parse("140.82.121.3"), IPAddress.Parse("::ffff:10.0.0.7")];
        }
        FetchRefusedException refused =
            Assert.Throws<FetchRefusedException>(() => PinnedHost.Of(new Uri("https://git.example/a.git"), false, LookUp));
        Assert.Contains("git.example has the address ::ffff:10.0.0.7, which is private", refused.Message);
        Assert.Equal(1, asked);
    }

    /// <summary>DNS may answer with an allowed address first and with one inside the second time it is asked.</summary>
    [Fact]
    public void A_name_that_changes_its_address_is_fetched_from_the_one_that_was_checked()
    {
        Assert.SkipUnless(Means.Bubblewrap is not null, "bubblewrap is not to be had here");
        using Door first = new(IPAddress.Parse("127.0.0.2"), 0);
        using Door second = new(IPAddress.Loopback, first.Port);
        int asked = 0;
        RepositoryFetch fetch = new(Means, _ => [asked++ == 0 ? IPAddress.Parse("127.0.0.2") : IPAddress.Loopback]);
        FetchRequest request = new(
            new Uri($"https://git.example:{first.Port}/a.git"), new string('1', 40), null, "", ".control", MayBePrivate: true, null,
            new Limits(10, 60, 0), 4, 1000);
        FetchRefusedException refused =
            Assert.Throws<FetchRefusedException>(() => fetch.Fetch(request, TestContext.Current.CancellationToken));
        Assert.StartsWith("git.example did not give the commit: ", refused.Message);
        Assert.Equal(1, asked);
        Assert.NotEqual(0, first.Knocks);
        Assert.Equal(0, second.Knocks);
    }

    [Fact]
    public void What_fetches_sees_itself_and_certificates_and_no_folder_of_ours()
    {
        Assert.SkipUnless(GitProgram.Find(out string? missing) is not null, missing ?? "");
        FetchRequest request = new(
            new Uri("https://git.example/a.git"), new string('1', 40), null, "", ".control", false, null, new Limits(10, 60, 0), 4, 1000);
        PinnedHost host = new("git.example:443:140.82.121.3");
        ConfinedProgram program = GitProgram.Find(out _)!.Fetching(request, host, "/tmp/some.pem");
        Assert.Equal(
            ["/bin/sh", "/evaluator/certificates.pem", "/usr/bin/git"],
            program.Shown.Keys.Where(path => !path.StartsWith("/usr/libexec", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(program.Environment.Keys, name => name is "HOME" or "GIT_SSL_NO_VERIFY" or "SSH_AUTH_SOCK");
    }

    /// <summary>A port that counts who comes, and closes at once.</summary>
    private sealed class Door : IDisposable
    {
        private readonly TcpListener listener;
        private int knocks;

        public Door(IPAddress address, int port)
        {
            listener = new TcpListener(address, port);
            listener.Start();
            _ = Count();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public int Knocks => Volatile.Read(ref knocks);

        public void Dispose() => listener.Dispose();

        private async Task Count()
        {
            try
            {
                while (true)
                {
                    using TcpClient client = await listener.AcceptTcpClientAsync();
                    Interlocked.Increment(ref knocks);
                }
            }
            catch (Exception over) when (over is SocketException or ObjectDisposedException)
            {
                // The door is closed for good.
            }
        }
    }
}
