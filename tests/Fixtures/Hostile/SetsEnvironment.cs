// expect: Accepted

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        foreach (string name in Environment.GetEnvironmentVariables().Keys)
            Environment.SetEnvironmentVariable(name, null);
        Environment.SetEnvironmentVariable("DOTNET_gcServer", "1");
        Environment.SetEnvironmentVariable("LD_PRELOAD", "/evaluator-nowhere.so");
    }
}
