using Evaluator.Board.Commands;
using Evaluator.Board.Folder;
using Evaluator.Board.Hosting;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Evaluator.BoardSpecs.Board;

/// <summary>The web process's own host inside of this one, over a folder of its own, with a clock that the spec moves.</summary>
internal sealed class HostedBoard : IAsyncDisposable
{
    private readonly WebApplication app;

    private HostedBoard(string folder, WebApplication app, MovedClock clock) => (Folder, this.app, Clock) = (folder, app, clock);

    public string Folder { get; }

    public MovedClock Clock { get; }

    public Uri Address => new(app.Urls.First());

    /// <summary>A fresh one-time link for an organiser.</summary>
    public string NewOrganiserLink() =>
        OrganiserLink.Address(app.Urls.First(), OrganiserLink.Make(app.Services.GetRequiredService<Invitations>()));

    public static async Task<HostedBoard> WithChallenge(string challenge, MovedClock clock)
    {
        string path = NewPath();
        await Succeeds(["new", path, .. await StoreUnderTest.NewDatabaseOption()]);
        await Succeeds("add", path, challenge);
        return await Over(path, clock);
    }

    /// <summary>A board made out of a backup.</summary>
    public static async Task<HostedBoard> Restored(string backup, MovedClock clock)
    {
        string path = NewPath();
        await Succeeds(["restore", backup, path, .. await StoreUnderTest.NewDatabaseOption()]);
        return await Over(path, clock);
    }

    private static async Task<HostedBoard> Over(string path, MovedClock clock)
    {
        BoardFolder folder = BoardFolder.Open(path);
        // A spec asks faster than a person may.
        BoardSettings settings = BoardSettings.Read(folder.SettingsFile) with { RequestsPerSecond = 100_000 };
        WebApplication app = BoardHost.Build(folder, settings, "http://127.0.0.1:0", clock);
        app.Services.GetRequiredService<Journal>().CatchUp();
        await app.StartAsync();
        return new HostedBoard(path, app, clock);
    }

    private static string NewPath() => Path.Combine(Path.GetTempPath(), "hosted-spec-" + Path.GetRandomFileName());

    private static async Task Succeeds(params string[] command)
    {
        (int exitCode, string output) = await RunningBoard.Runs(command);
        Assert.True(exitCode == 0, output);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
