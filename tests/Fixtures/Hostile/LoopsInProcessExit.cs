// expect: Accepted
// All replies are in; a process that does not end by itself is ended.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            while (true) { }
        };
    }
}
