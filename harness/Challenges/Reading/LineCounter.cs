namespace Evaluator.Challenges.Reading;

/// <summary>The line of a place in a text; places are asked for in ascending order.</summary>
internal sealed class LineCounter
{
    private int seen;
    private int line = 1;

    public int Of(ReadOnlySpan<byte> text, long place)
    {
        int end = (int)Math.Min(place, text.Length);
        if (end > seen)
        {
            line += text[seen..end].Count((byte)'\n');
            seen = end;
        }
        return line;
    }
}
