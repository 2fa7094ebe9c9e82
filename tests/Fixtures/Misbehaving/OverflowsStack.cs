// expect: Crashed

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction) => prediction[0] = Depth(1);

    static double Depth(double depth) => depth + Depth(depth + 1) * depth;
}
