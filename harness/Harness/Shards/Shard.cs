using System.Globalization;

namespace Evaluator.Harness.Shards;

/// <summary>A part of a run that one machine plays: the third of eight is written 3/8.</summary>
/// <param name="Number">1 to <paramref name="Count"/>.</param>
public readonly record struct Shard(int Number, int Count)
{
    /// <summary>More parts than that would have no case each: the contest has 544.</summary>
    private const int MostShards = 10_000;

    public static readonly Shard Whole = new(1, 1);

    /// <exception cref="FormatException">The text is no such part; the message says what was expected.</exception>
    public static Shard Parse(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && count is >= 1 and <= MostShards && number >= 1 && number <= count
                ? new Shard(number, count)
                : throw new FormatException($"'{text}' is no shard; the third of eight is written 3/8.");
    }

    public override string ToString() => $"{Number}/{Count}";
}
