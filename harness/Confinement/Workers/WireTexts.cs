using System.Text;
using Evaluator.Wire;

namespace Evaluator.Confinement.Workers;

/// <summary>How lists of texts become lists of the wire.</summary>
public static class WireTexts
{
    public static void TextList(this PayloadWriter payload, TextRecords records) =>
        payload.TextList(records.Ends, records.Start, records.Bytes);

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
