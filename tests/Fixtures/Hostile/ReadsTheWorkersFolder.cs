// expect: Accepted; holds: answers-secret
// The worker's own assemblies may be read; the scorer and the answers' reader must not be among them.

using System.Reflection;

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        foreach (string file in Directory.GetFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
            foreach (string secret in (string[])["Scorer", "Contest", "Harness", "City"])
                if (Path.GetFileName(file).Contains(secret, StringComparison.OrdinalIgnoreCase))
                    throw new Breach("found " + file);
        foreach (string secret in (string[])["Evaluator.Scorer", "Evaluator.Contest", "Evaluator.Harness"])
            Breach.Unless("loads " + secret, () => Assembly.Load(secret));
    }
}
