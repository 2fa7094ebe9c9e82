// expect: Accepted

using System.Reflection.Emit;

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        DynamicMethod zero = new("zero", typeof(double), []);
        ILGenerator code = zero.GetILGenerator();
        code.Emit(OpCodes.Ldc_R8, 0.0);
        code.Emit(OpCodes.Ret);
        prediction[0] = zero.CreateDelegate<Func<double>>()();
    }
}
