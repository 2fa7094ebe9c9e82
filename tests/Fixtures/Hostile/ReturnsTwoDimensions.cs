// expect: WrongFormat
// A double[,] of the right number of elements, passed off as double[].

using System.Runtime.CompilerServices;

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        prediction = Unsafe.As<double[]>(new double[prediction.Length / 4, 4]);
    }
}
