using System.Diagnostics;
using Evaluator.Benchmarks;
using Evaluator.Scorer;

if (args[0] == "try")
unsafe {
    var random = new Random(1);
    var group = BlockGroupMonths.Generate(random, 250, 30);
    var wide = new MonthScorer();
    var half = new MonthScorer(LaneWidth.Bits256);
    var quarter = new MonthScorer(LaneWidth.Bits128);
    double[] p = group.Predictions[0];
    ActualMonth actual = group.Actuals[0];
    double sink = 0;
    var oneStreet = new ActualMonth(new BlockGroupLayout(new int[250]), 30, []);
    var two = new ActualMonth(new BlockGroupLayout(new int[2]), 30, []);
    var t34 = new ActualMonth(new BlockGroupLayout(new int[34]), 30, []);
    var t66 = new ActualMonth(new BlockGroupLayout(new int[66]), 30, []);
    var noEvents = new ActualMonth(actual.Layout, 30, []);
    var subjects = new (string Name, Action Run, int Reps)[]
    {
        ("read", () => { for (int i = 0; i < 400; i++) sink += ReadPass.Sum(p); }, 400),
        ("512", () => { for (int i = 0; i < 100; i++) { wide.Score(actual, p, out MonthScore s); sink += s.Score; } }, 100),
        ("form", () => { for (int i = 0; i < 100; i++) sink += Parts.Forms(actual, p, 250); }, 100),
        ("formL1", () => { for (int i = 0; i < 100; i++) sink += Parts.FormsL1(actual, p, 250); }, 100),
        ("noev", () => { for (int i = 0; i < 100; i++) { wide.Score(noEvents, p, out MonthScore s); sink += s.Score; } }, 100),
        ("L=2", () => { for (int i = 0; i < 100; i++) { wide.Score(two, p.AsSpan(0, 240), out MonthScore s); sink += s.Score; } }, 100),
        ("L=34", () => { for (int i = 0; i < 100; i++) { wide.Score(t34, p.AsSpan(0, 34*120), out MonthScore s); sink += s.Score; } }, 100),
        ("L=66", () => { for (int i = 0; i < 100; i++) { wide.Score(t66, p.AsSpan(0, 66*120), out MonthScore s); sink += s.Score; } }, 100),
        ("pass", () => { for (int i = 0; i < 100; i++) sink += Parts.Pass(oneStreet, p); }, 100),
        ("formI", () => { for (int i = 0; i < 100; i++) sink += Parts.FormsI(oneStreet, p, 64); }, 100),
        ("formI16", () => { for (int i = 0; i < 100; i++) sink += Parts.FormsI(oneStreet, p, 16); }, 100),
        ("aligned", () => { for (int i = 0; i < 100; i++) { wide.Score(actual, Parts.Aligned(p), out MonthScore s); sink += s.Score; } }, 100),
        ("oneSt", () => { for (int i = 0; i < 100; i++) { wide.Score(oneStreet, p, out MonthScore s); sink += s.Score; } }, 100),
        ("256", () => { for (int i = 0; i < 50; i++) { half.Score(actual, p, out MonthScore s); sink += s.Score; } }, 50),
        ("128", () => { for (int i = 0; i < 50; i++) { quarter.Score(actual, p, out MonthScore s); sink += s.Score; } }, 50),
        ("plain", () => { for (int i = 0; i < 3; i++) { PlainMonthScorer.Score(actual, p, out MonthScore s); sink += s.Score; } }, 3),
    };
    var best = new double[subjects.Length]; Array.Fill(best, double.MaxValue);
    var all = subjects.Select(_ => new List<double>()).ToArray();
    for (int round = 0; round < 150; round++)
        for (int i = 0; i < subjects.Length; i++)
        {
            long t = Stopwatch.GetTimestamp();
            subjects[i].Run();
            double ns = Stopwatch.GetElapsedTime(t).TotalNanoseconds / subjects[i].Reps / 250;
            best[i] = Math.Min(best[i], ns);
            if (round > 50) all[i].Add(ns);
        }
    for (int i = 0; i < subjects.Length; i++) { all[i].Sort(); Console.WriteLine($"{subjects[i].Name,8} min {best[i],8:F2} median {all[i][all[i].Count / 2],8:F2} ns/row   x read {best[i] / best[0]:F2}"); }
}
else if (args[0] == "stream")
{
    var random = new Random(1);
    var groups = Enumerable.Range(0, 544).Select(_ => BlockGroupMonths.Generate(random, (int)Math.Round(250 * Math.Exp(0.35 * Gauss(random))), 30, 31, 30, 31)).ToArray();
    var wide = new MonthScorer();
    double sink = 0;
    double bytes = groups.Sum(g => g.Predictions.Sum(p => (double)p.Length * 8));
    Console.WriteLine($"{bytes / 1e6:F0} MB");
    var chunks = groups.Chunk(34).ToArray();
    var bestRead = new double[chunks.Length]; Array.Fill(bestRead, 1e9);
    var bestScore = new double[chunks.Length]; Array.Fill(bestScore, 1e9);
    for (int round = 0; round < 24; round++)
        for (int c = 0; c < chunks.Length; c++)
        {
            long t = Stopwatch.GetTimestamp();
            if ((round + c) % 2 == 0) { foreach (var g in chunks[c]) foreach (var p in g.Predictions) sink += ReadPass.Sum(p); }
            else foreach (var g in chunks[c]) for (int m = 0; m < 4; m++) { wide.Score(g.Actuals[m], g.Predictions[m], out MonthScore s); sink += s.Score; }
            double ms = Stopwatch.GetElapsedTime(t).TotalMilliseconds;
            ref double best = ref ((round + c) % 2 == 0 ? bestRead : bestScore)[c];
            best = Math.Min(best, ms);
        }
    Console.WriteLine($"read {bestRead.Sum():F1} ms {bytes / bestRead.Sum() / 1e6:F1} GB/s  score {bestScore.Sum():F1} ms  x {bestScore.Sum() / bestRead.Sum():F2}");
}

static double Gauss(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

static unsafe class Parts
{
    static double* al;
    public static ReadOnlySpan<double> Aligned(double[] p)
    {
        if (al == null) { al = (double*)System.Runtime.InteropServices.NativeMemory.AlignedAlloc((nuint)p.Length * 8, 4096); p.CopyTo(new Span<double>(al, p.Length)); }
        return new ReadOnlySpan<double>(al, p.Length);
    }
    public static double Forms(ActualMonth actual, double[] p, int n)
    {
        ws.EnsureStreets(n);
        double** rows = stackalloc double*[16]; double** sums = stackalloc double*[16]; for (int k = 0; k < 16; k++) sums[k] = ws.BlockGroup;
        fixed (double* q = p)
            for (int i = 0; i + 16 < n; i += 16)
            {
                for (int j = 0; j < 16; j++) rows[j] = q + (i + j) * 120;
                FormKernel<Bits512, System.Runtime.Intrinsics.Vector512<double>>.Forms(rows, sums, 16, actual.Weights, q, ws.Forms);
            }
        return 0;
    }
    public static double FormsL1(ActualMonth actual, double[] p, int n)
    {
        ws.EnsureStreets(n);
        double** rows = stackalloc double*[16]; double** sums = stackalloc double*[16]; for (int k = 0; k < 16; k++) sums[k] = ws.BlockGroup;
        fixed (double* q = p)
            for (int i = 0; i + 16 < n; i += 16)
            {
                for (int j = 0; j < 16; j++) rows[j] = q + (j) * 120;
                FormKernel<Bits512, System.Runtime.Intrinsics.Vector512<double>>.Forms(rows, sums, 16, actual.Weights, q, ws.Forms);
            }
        return 0;
    }
    public static double Pass(ActualMonth actual, double[] p)
    {
        ws.EnsureStreets(1);
        ws.ClearSums(1);
        fixed (double* q = p)
            new LocationPass<Bits512, System.Runtime.Intrinsics.Vector512<double>>(actual, q, ws, false).Run(out var t);
        return 0;
    }
    public static double FormsI(ActualMonth actual, double[] p, int block)
    {
        ws.EnsureStreets(1);
        double** rows = stackalloc double*[64]; double** sums = stackalloc double*[64];
        fixed (double* q = p)
            for (int i = 0; i < 250; i += block)
            {
                int n = Math.Min(block, 250 - i);
                for (int j = 0; j < n; j++) { rows[j] = q + (i + j) * 120; sums[j] = ws.Street(0); }
                FormKernel<Bits512, System.Runtime.Intrinsics.Vector512<double>>.Forms(rows, sums, n, actual.Weights, q, ws.Forms);
            }
        return 0;
    }
    static Workspace ws = new();
}
