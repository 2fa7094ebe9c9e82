// expect: WrongFormat
// An array of another type, passed off as double[].

using System.Runtime.CompilerServices;

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        prediction = Unsafe.As<double[]>(new long[prediction.Length]);
    }
}
