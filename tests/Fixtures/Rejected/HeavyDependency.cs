// expect: Rejected
// The DLL is small, but what it references beside it is over 1,000,000 bytes.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Console.WriteLine(Heavy.Name);
}
