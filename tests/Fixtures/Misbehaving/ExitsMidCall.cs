// expect: Crashed
// Exit code 0 proves nothing: the reply is missing.

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction) => Environment.Exit(0);
}
