using System.Runtime.InteropServices;
using Evaluator.Scorer.Definition;
using Evaluator.Scorer.Kernel;

namespace Evaluator.Specs.Scorer;

public sealed unsafe partial class MemoryBoundsSpecs
{
    private const int ProtectNone = 0, ProtectReadWrite = 3, PrivateAnonymous = 0x22;
    private const int PageBytes = 65536; // a multiple of every page size in use

    [Fact]
    public void Predictions_that_end_at_a_guard_page_are_not_read_beyond()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Guard pages are made with Linux's mmap.");
        for (int locations = 1; locations <= 40; locations++)
        {
            SampleMonth month = SampleMonth.Make(locations, locations, 28 + locations % 4, SampleValues.SmallRates);
            CheckBetweenGuards(month);
        }
        CheckBetweenGuards(SampleMonth.Make(5, 33, 31, SampleValues.AllOutside));
    }

    private static void CheckBetweenGuards(SampleMonth month)
    {
        nuint bytes = (nuint)(month.Predictions.Length * sizeof(double));
        nuint pages = (bytes + PageBytes - 1) / PageBytes * PageBytes;
        nint mapping = Map(0, pages + 2 * PageBytes, ProtectNone, PrivateAnonymous, -1, 0);
        Assert.NotEqual(-1, mapping);
        try
        {
            nint start = mapping + PageBytes;
            Assert.Equal(0, Protect(start, pages, ProtectReadWrite));
            double* last = (double*)(start + (nint)pages) - month.Predictions.Length;
            foreach (nint address in (nint[])[(nint)last, start])
            {
                var predictions = new Span<double>((double*)address, month.Predictions.Length);
                month.Predictions.CopyTo(predictions);
                PlainMonthScorer.Score(month.Actual, month.Predictions, out MonthScore expected);
                foreach (LaneWidth width in ScoreBits.Widths())
                {
                    new MonthScorer(width).Score(month.Actual, predictions, out MonthScore score);
                    Assert.Equal(ScoreBits.Of(expected), ScoreBits.Of(score));
                }
            }
        }
        finally
        {
            Assert.Equal(0, Unmap(mapping, pages + 2 * PageBytes));
        }
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(nint address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint address, nuint length);
}
