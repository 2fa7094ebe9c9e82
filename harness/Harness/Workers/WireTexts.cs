using System.Text;
using Evaluator.Contest;
using Evaluator.Wire;

namespace Evaluator.Harness.Workers;

/// <summary>How the contest's lists of texts become lists of the wire.</summary>
internal static class WireTexts
{
    /// <summary>The records of a file: all lines but the header. The bytes go as they are, without becoming strings.</summary>
    public static void Records(this PayloadWriter payload, TextLines lines)
    {
        if (lines.Count <= 1)
        {
            payload.TextList([], 0, []);
            return;
        }
        int start = lines.Ends[0];
        payload.TextList(lines.Ends[1..], start, lines.Bytes[start..]);
    }

    public static void TextList(this PayloadWriter payload, IReadOnlyList<string> texts)
    {
        int[] ends = new int[texts.Count];
        int end = 0;
        for (int i = 0; i < ends.Length; i++)
            ends[i] = end += Encoding.UTF8.GetByteCount(texts[i]);
        byte[] bytes = new byte[end];
        for (int i = 0, start = 0; i < ends.Length; start = ends[i++])
            Encoding.UTF8.GetBytes(texts[i], bytes.AsSpan(start));
        payload.TextList(ends, 0, bytes);
    }
}
