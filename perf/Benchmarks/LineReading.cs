using System.Buffers;
using BenchmarkDotNet.Attributes;
using Evaluator.Contest.Lines;
using Evaluator.Contest.Lint;
using Microsoft.Win32.SafeHandles;

namespace Evaluator.Benchmarks;

/// <summary>
/// Cutting a table of 26 MB, about what the contest's Parcels.csv has, into lines; warm, against what the framework offers.
/// Issue 6 asks for 1 GB/s and more, and for no allocation per line.
/// </summary>
[MemoryDiagnoser]
public class LineReading
{
    private const int Lines = 250_000;

    private readonly string path = Path.GetTempFileName();

    [GlobalSetup]
    public void WriteTable()
    {
        using var table = new StreamWriter(path);
        table.Write("Ref_ID\tX\tY\tAddressID\tZipCd\tParcelNum\t");
        table.Write("LandUse\tLotSizeSqF\tValuationL\tValuationB\tStreetNbrS\tAddress\tLocationID\n");
        for (int i = 0; i < Lines; i++)
        {
            table.Write($"{i / 20}\t{230_000 + i % 9_973}.65\t{880_000 + i % 7_919}.94\t{i}\t02136\t180{i:0000000}\t");
            table.Write($"R1\t{i % 9_000}\t250000\t310000\t{i % 300}\t{i % 300} Example St\t{i}\n");
        }
    }

    [GlobalCleanup]
    public void RemoveTable() => File.Delete(path);

    [Benchmark(Baseline = true)]
    public long FileReadLines()
    {
        long characters = 0;
        foreach (string line in File.ReadLines(path))
            characters += line.Length;
        return characters;
    }

    [Benchmark]
    public long LineFileRead()
    {
        using TextLines lines = LineFile.Read(path);
        return lines.Bytes.Length;
    }

    /// <summary>The least any reader pays: the bytes, uncut, into an array that is there already.</summary>
    [Benchmark]
    public long BytesAlone()
    {
        using SafeFileHandle file = File.OpenHandle(path);
        byte[] bytes = ArrayPool<byte>.Shared.Rent((int)RandomAccess.GetLength(file));
        int read = RandomAccess.Read(file, bytes, 0);
        ArrayPool<byte>.Shared.Return(bytes);
        return read;
    }
}
