// expect: MemoryLimit

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction) => prediction = new double[1 << 28];
}
