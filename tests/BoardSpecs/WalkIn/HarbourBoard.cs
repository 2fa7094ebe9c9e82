using Evaluator.BoardSpecs.Board;
using Evaluator.BoardSpecs.Harbour;
using Evaluator.Harbour;
using Evaluator.Harbour.Manifest;

namespace Evaluator.BoardSpecs.WalkIn;

/// <summary>A running board with a harbour of 5,000 containers on it.</summary>
public sealed class HarbourBoard(GeneratedHarbour harbour) : IAsyncLifetime
{
    public const string Contest = "coke-haven", Phase = "harbour";

    private Organiser? organiser;

    public static HarbourOptions Options { get; } = GeneratedHarbour.Options with { Containers = 5_000, Language = Language.Dutch };

    internal RunningBoard Board { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>The challenge's folder.</summary>
    public string Challenge { get; private set; } = null!;

    internal Organiser Organiser => organiser ??= Organiser.On(Board);

    /// <summary>The containers of the test table, in its order.</summary>
    public string[] TestTable =>
        [.. File.ReadLines(Path.Combine(Challenge, "files", "testset_cokehaven.csv")).Skip(1).Select(line => line.Split(',')[0])];

    /// <summary>What is in each of them.</summary>
    public IReadOnlyDictionary<string, int> Kilos =>
        File.ReadLines(Path.Combine(Challenge, "secret", "answers.csv")).Skip(1).Select(line => line.Split(','))
        .ToDictionary(row => row[0], row => int.Parse(row[2]), StringComparer.Ordinal);

    /// <summary>A submission: the first 400 containers.</summary>
    public string FirstPicks => WalkInVisitor.Csv(TestTable.Take(400));

    public async ValueTask InitializeAsync()
    {
        Challenge = harbour.Generate($"board-{Guid.NewGuid():N}", Options);
        Board = await RunningBoard.WithChallenges(Challenge);
        Connect();
    }

    /// <summary>After the board was started again, on another port.</summary>
    public void Connect()
    {
        Http?.Dispose();
        Http = new HttpClient { BaseAddress = Board.Address };
    }

    internal WalkInVisitor Visitor(string team, string? eventCode = null) => new(this, team) { EventCode = eventCode };

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        if (Board is not null)
            await Board.DisposeAsync();
    }
}
