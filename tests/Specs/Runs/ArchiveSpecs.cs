using CsCheck;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;

namespace Evaluator.Specs.Runs;

public class ArchiveSpecs(RunOnDisk run) : IClassFixture<RunOnDisk>
{
    private static readonly Gen<double[][]> Months = Gen.OneOf(
        // all finite values, and not-a-numbers with their payload
        Gen.Double,
        Gen.OneOf(0.0, -0.0, 1e-5, 10, double.Epsilon, double.MaxValue, double.PositiveInfinity, double.NegativeInfinity)).Array[0,
            200].Array[0, 5];

    [Fact]
    public void Every_bit_comes_back() => Months.Sample(months =>
    {
        IReadOnlyList<double[]> back = PredictionArchive.Decompressed(PredictionArchive.Compressed(months));
        return months.Select(Bits).SequenceEqual(back.Select(Bits));
    });

    [Fact]
    public void The_archive_holds_what_the_predictor_answered()
    {
        var answered = new Dictionary<string, IReadOnlyList<double[]>>();
        string folder = run.NewFolder();
        RunOnDisk.Play(run.Request(folder), report: progress =>
        {
            var played = (RunProgress.Played)progress;
            answered[played.Result.Case] = played.Predictions;
        });

        RunFolder written = RunFolder.Open(folder);
        Assert.Equal(RunOnDisk.Cases, answered.Keys.Order());
        foreach (string blockGroup in RunOnDisk.Cases)
        {
            CaseResult result = written.ReadCase(blockGroup)!;
            IReadOnlyList<double[]> kept = PredictionArchive.Read(written, result)!;
            Assert.Equal(answered[blockGroup].Select(Bits), kept.Select(Bits));
            Assert.Contains(kept[0], value => value > 0);
            Assert.Equal(kept.Sum(month => month.Length * 8L), result.Predictions!.PlainBytes);
            Assert.Equal(new FileInfo(Path.Combine(folder, result.Predictions.File)).Length, result.Predictions.Bytes);
        }
    }

    private static string Bits(double[] month) => string.Join(' ', month.Select(BitConverter.DoubleToInt64Bits));
}
