using System.Diagnostics.Metrics;

namespace Evaluator.Board.Store;

/// <summary>The board's own counters. They hold no names; who may read them is an operator with a token, since counts tell of what is
/// hidden.</summary>
internal static class BoardMeter
{
    public const string Name = "Evaluator.Board";

    private static readonly Meter Board = new(Name);

    public static Counter<long> Entries { get; } = Board.CreateCounter<long>("board.entries", description: "Entries appended to logs.");

    public static Counter<long> Uploads { get; } = Board.CreateCounter<long>("board.uploads", description: "Uploads that were accepted.");

    public static UpDownCounter<long> Streams { get; } = Board.CreateUpDownCounter<long>(
        "board.streams", description: "Open event streams.");
}
