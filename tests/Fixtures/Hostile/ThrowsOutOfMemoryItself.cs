// expect: MemoryLimit
// An OutOfMemoryException that escapes a call is a MemoryLimit, whoever made it.

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction) => throw new OutOfMemoryException();
}
