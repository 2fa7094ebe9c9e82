using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Evaluator.Confinement.Disk;
using Evaluator.Harness.Records;
using ZstdSharp;

namespace Evaluator.Harness.Storage;

/// <summary>
/// The predictions of a run's Accepted cases, bit for bit: <c>predictions/BG-HASH.zst</c>, a file a case. A file is one zstd frame over the
/// number of months, the length of each (all 32-bit, little-endian), and the months' doubles. Its name has the start of its own SHA-256, so
/// two machines that play the same case can't overwrite each other, and the case file, which appears after it, says which one counts.
/// </summary>
public static class PredictionArchive
{
    /// <summary>
    /// SmoothedRate's predictions shrink 25-fold at level 1 to 3 and 26-fold at 9 to 15. Sorting the bytes of the doubles by place first,
    /// as is often done, makes it 15-fold: it breaks up the doubles that come again.
    /// </summary>
    private const int Level = 3;
    private const int HashDigitsInName = 12;

    /// <summary>What the predictor answered: one array of locations x days x 4 for each predicted month, in order.</summary>
    /// <returns>Null for a case that was not Accepted: nothing was kept.</returns>
    /// <exception cref="RunFolderException">The file is missing or damaged.</exception>
    public static IReadOnlyList<double[]>? Read(RunFolder folder, CaseResult result)
    {
        if (result.Predictions is not { } record)
            return null;
        byte[] content = Content(folder.Path, result.Case, record, out Damage? damage);
        return damage is null
            ? Decompressed(content)
            : throw new RunFolderException(
                $"{Path.Combine(folder.Path, damage.ToString())}. `evaluator run … --resume` sets it aside and runs the case again.");
    }

    /// <returns>Null where all is well.</returns>
    internal static Damage? DamageOf(string runFolder, CaseResult result)
    {
        if (result.Predictions is not { } record)
            return null;
        Content(runFolder, result.Case, record, out Damage? damage);
        return damage;
    }

    private static byte[] Content(string runFolder, string caseId, PredictionsRecord record, out Damage? damage)
    {
        damage = null;
        string path = Path.Combine(runFolder, record.File);
        if (!File.Exists(path))
        {
            damage = new Damage(record.File, $"is missing, though {CaseResult.FileOf(caseId)} names it", caseId);
            return [];
        }
        byte[] content = File.ReadAllBytes(path);
        if (Convert.ToHexStringLower(SHA256.HashData(content)) != record.Sha256)
            damage = new Damage(
                record.File,
                $"is not what {CaseResult.FileOf(caseId)} was written with ({record.Bytes:N0} bytes then, {content.Length:N0} now)",
                caseId);
        return content;
    }

    /// <returns>Null where there is nothing to keep.</returns>
    internal static PredictionsRecord? Write(string runFolder, CaseOutcome outcome)
    {
        PredictionsRecord? record = RecordOf(outcome, out byte[] content);
        if (record is not null)
            AtomicFile.Replace(Path.Combine(runFolder, record.File), content);
        return record;
    }

    /// <summary>What would be written, and where.</summary>
    /// <returns>Null where there is nothing to keep.</returns>
    internal static PredictionsRecord? RecordOf(CaseOutcome outcome, out byte[] content)
    {
        content = [];
        if (outcome.Predictions.Count == 0)
            return null;
        content = Compressed(outcome.Predictions);
        string hash = Convert.ToHexStringLower(SHA256.HashData(content));
        string file = $"predictions/{outcome.Result.Case}-{hash[..HashDigitsInName]}.zst";
        return new PredictionsRecord(file, content.Length, outcome.Predictions.Sum(month => (long)month.Length * sizeof(double)), hash);
    }

    internal static byte[] Compressed(IReadOnlyList<double[]> months)
    {
        int head = sizeof(int) * (1 + months.Count);
        byte[] plain = new byte[head + months.Sum(month => month.Length * sizeof(double))];
        BinaryPrimitives.WriteInt32LittleEndian(plain, months.Count);
        int at = head;
        for (int i = 0; i < months.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(plain.AsSpan(sizeof(int) * (1 + i)), months[i].Length);
            int bytes = months[i].Length * sizeof(double);
            MemoryMarshal.AsBytes<double>(months[i]).CopyTo(plain.AsSpan(at, bytes));
            at += bytes;
        }
        using var compressor = new Compressor(Level);
        return compressor.Wrap(plain).ToArray();
    }

    internal static IReadOnlyList<double[]> Decompressed(ReadOnlySpan<byte> content)
    {
        using var decompressor = new Decompressor();
        ReadOnlySpan<byte> plain = decompressor.Unwrap(content);
        double[][] months = new double[BinaryPrimitives.ReadInt32LittleEndian(plain)][];
        int at = sizeof(int) * (1 + months.Length);
        for (int i = 0; i < months.Length; i++)
        {
            months[i] = new double[BinaryPrimitives.ReadInt32LittleEndian(plain[(sizeof(int) * (1 + i))..])];
            int bytes = months[i].Length * sizeof(double);
            plain.Slice(at, bytes).CopyTo(MemoryMarshal.AsBytes(months[i].AsSpan()));
            at += bytes;
        }
        return months;
    }
}
