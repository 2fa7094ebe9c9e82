// expect: Accepted; holds: no-state

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        foreach (string folder in (string[])[Path.GetTempPath(), Environment.CurrentDirectory, "/tmp"])
        {
            string state = Path.Combine(folder, "evaluator-breach-state");
            if (File.Exists(state))
            {
                File.Delete(state);
                throw new Breach("found what an earlier case left in " + folder);
            }
        }
        File.WriteAllText(Path.Combine(Path.GetTempPath(), "evaluator-breach-state"), "");
    }
}
