using System.Buffers;
using System.Text.Json;
using Evaluator.Standings.Canonical;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log;

/// <summary>A line of a log's file: an entry, an opened seal, or a fault.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Fault">What is wrong with the line; null where it is sound as a line.</param>
public sealed record LogLine(long Number, Entry? Entry, SealedText? Opened, string? Fault)
{
    internal static LogLine Read(long number, ReadOnlySequence<byte> text)
    {
        byte[] line = text.ToArray();
        try
        {
            if (line.AsSpan().StartsWith("{\"salt\":"u8))
            {
                OpenedSeal opened = JsonSerializer.Deserialize(line, SealJson.Default.OpenedSeal) ?? throw new JsonException("null");
                SealedText seal = new(opened.Salt.ToArray(), opened.Text);
                string? fault = seal.Seal == opened.Seal ? null : $"opens the seal {opened.Seal}, but salt and text have {seal.Seal}";
                return new LogLine(number, null, fault is null ? seal : null, fault
                    ?? Canonical(line, CanonicalJson.Bytes(opened, SealJson.Default.OpenedSeal)));
            }
            Entry entry = EntryText.Read(line);
            return new LogLine(number, entry, null, Canonical(line, EntryText.Write(entry)));
        }
        catch (Exception wrong) when (wrong is JsonException or LogFormatException or InvalidOperationException)
        {
            return new LogLine(number, null, null, $"is no entry of a log: {wrong.Message}");
        }
    }

    private static string? Canonical(byte[] line, byte[] again)
    {
        if (line.AsSpan().SequenceEqual(again))
            return null;
        int place = line.AsSpan().CommonPrefixLength(again);
        return $"is not in canonical form from byte {place + 1} on";
    }
}
