namespace Evaluator.Confinement.Workers;

/// <summary>The records of a file as they go to the wire, without becoming strings.</summary>
/// <param name="ends">Where each record ends, counted from where the file began.</param>
/// <param name="start">Where the first one begins.</param>
/// <param name="bytes">UTF-8 of the records, back to back.</param>
public readonly ref struct TextRecords(ReadOnlySpan<int> ends, int start, ReadOnlySpan<byte> bytes)
{
    public ReadOnlySpan<int> Ends { get; } = ends;

    public int Start { get; } = start;

    public ReadOnlySpan<byte> Bytes { get; } = bytes;
}
