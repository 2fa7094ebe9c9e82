// expect: Accepted; holds: no-state
// In a static field, the environment, the application domain's data.

public partial class BostonRiskPredictor
{
    static bool s_wasHere;

    partial void OnSetup(string[] parcels)
    {
        const string Name = "EVALUATOR_BREACH_STATE";
        if (s_wasHere || Environment.GetEnvironmentVariable(Name) is not null || AppContext.GetData(Name) is not null)
            throw new Breach("found what an earlier case left in memory");
        s_wasHere = true;
        Environment.SetEnvironmentVariable(Name, "1");
        AppContext.SetData(Name, "1");
    }
}
