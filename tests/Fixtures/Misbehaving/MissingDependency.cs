// expect: Crashed
// Compiled against an assembly that is not there where it runs.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Console.WriteLine(Absent.Name);
}
