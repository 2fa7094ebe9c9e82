using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Evaluator.Standings.Canonical;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log;

/// <summary>An entry as the canonical JSON text of <c>LOG.md</c>: what is hashed, stored and exported.</summary>
public static class EntryText
{
    /// <summary>The line of the log, without line feed.</summary>
    public static byte[] Write(Entry entry) => Write(entry, entry.Hash);

    /// <summary>The hash that the entry should have: SHA-256 over the line without its member <c>hash</c>.</summary>
    public static Digest HashOf(Entry entry) => Digest.Of(Write(entry, null));

    /// <exception cref="LogFormatException">The line is no entry; the message says why.</exception>
    public static Entry Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return ReadMembers(line, out _);
        }
        catch (Exception wrong) when (IsOfFormat(wrong))
        {
            throw new LogFormatException(wrong.Message, wrong);
        }
    }

    /// <param name="content">The hash of the line as it stands, without its member <c>hash</c>: in a sound log the entry's own. Taken from
    /// the bytes that are there; <see cref="HashOf"/> writes them all again.</param>
    /// <exception cref="LogFormatException">The line is no entry; the message says why.</exception>
    public static Entry Read(ReadOnlySpan<byte> line, out Digest content)
    {
        try
        {
            Entry entry = ReadMembers(line, out Range hash);
            content = HashWithout(line, hash);
            return entry;
        }
        catch (Exception wrong) when (IsOfFormat(wrong))
        {
            throw new LogFormatException(wrong.Message, wrong);
        }
    }

    private static bool IsOfFormat(Exception wrong) => wrong is JsonException or InvalidOperationException or FormatException;

    private static byte[] Write(Entry entry, Digest? hash)
    {
        ArrayBufferWriter<byte> buffer = new(512);
        using (Utf8JsonWriter writer = CanonicalJson.Writer(buffer))
        {
            writer.WriteStartObject();
            Member(writer, "actor"u8, entry.Actor);
            Member(writer, "at"u8, TimeText.Of(entry.At));
            writer.WritePropertyName("body"u8);
            CanonicalJson.Write(writer, entry.Body, EntryKind.TypeOf(entry.Body));
            Member(writer, "contest"u8, entry.Contest);
            if (hash is { } known)
                Member(writer, "hash"u8, known.ToString());
            Member(writer, "kind"u8, entry.Kind);
            Member(writer, "previous"u8, entry.Previous.ToString());
            writer.WriteNumber("seq"u8, entry.Seq);
            writer.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void Member(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string text)
    {
        writer.WritePropertyName(name);
        CanonicalJson.WriteString(writer, text);
    }

    private static Digest HashWithout(ReadOnlySpan<byte> line, Range member)
    {
        (int start, int length) = member.GetOffsetAndLength(line.Length);
        byte[] rest = ArrayPool<byte>.Shared.Rent(line.Length);
        line[..start].CopyTo(rest);
        line[(start + length)..].CopyTo(rest.AsSpan(start));
        Digest digest = Digest.Of(rest.AsSpan(0, line.Length - length));
        ArrayPool<byte>.Shared.Return(rest);
        return digest;
    }

    /// <param name="hashMember">Where the member <c>hash</c> stands, with the comma behind it.</param>
    private static Entry ReadMembers(ReadOnlySpan<byte> line, out Range hashMember)
    {
        Utf8JsonReader reader = new(line);
        reader.Read();
        string actor = Text(ref reader, "actor"u8);
        Name(ref reader, "at"u8);
        DateTimeOffset at = TimeText.Read(ref reader);
        Name(ref reader, "body"u8);
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        ReadOnlySpan<byte> body = line[start..(int)reader.BytesConsumed];
        string contest = Text(ref reader, "contest"u8);
        int hashStart = (int)reader.BytesConsumed + 1;
        Name(ref reader, "hash"u8);
        Digest hash = DigestText.Read(ref reader);
        hashMember = hashStart..Math.Min(line.Length, (int)reader.BytesConsumed + 1);
        string kind = Text(ref reader, "kind"u8);
        JsonTypeInfo type = EntryKind.TypeOf(kind) ?? throw new JsonException($"there is no kind of entry \"{kind}\"");
        Name(ref reader, "previous"u8);
        Digest previous = DigestText.Read(ref reader);
        Name(ref reader, "seq"u8);
        long seq = reader.GetInt64();
        if (!reader.Read() || reader.TokenType != JsonTokenType.EndObject || reader.Read())
            throw new JsonException("something stands behind `seq`");
        return new Entry(seq, at, contest, actor, (EntryBody)JsonSerializer.Deserialize(body, type)!, previous, hash);
    }

    private static string Text(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        Name(ref reader, name);
        return reader.GetString() ?? throw new JsonException($"`{System.Text.Encoding.UTF8.GetString(name)}` is null");
    }

    /// <summary>Members come in their order, all of them.</summary>
    private static void Name(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals(name))
            throw new JsonException($"expected the member `{System.Text.Encoding.UTF8.GetString(name)}` at byte {reader.TokenStartIndex}");
        reader.Read();
    }
}
