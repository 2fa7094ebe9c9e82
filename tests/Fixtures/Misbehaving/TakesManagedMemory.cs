// expect: MemoryLimit

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        List<byte[]> kept = [];
        while (kept.Count < 2048)
        {
            kept.Add(new byte[1 << 20]);
            Array.Fill(kept[^1], (byte)1);
        }
        prediction[0] = kept.Count;
    }
}
