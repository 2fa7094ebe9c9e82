// expect: Accepted
// 100 MB of output: kept up to 1 MiB, read and dropped from there on, never a verdict.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        string line = new('x', 9_999);
        for (int lines = 0; lines < 5_000; lines++)
        {
            Console.WriteLine(line);
            Console.Error.WriteLine(line);
        }
    }
}
