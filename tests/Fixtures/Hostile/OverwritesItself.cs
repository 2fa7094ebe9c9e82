// expect: Accepted; holds: no-writes-outside
// Opens for writing, and writes nothing.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        string[] files = [typeof(BostonRiskPredictor).Assembly.Location, typeof(object).Assembly.Location, Environment.ProcessPath!,
            .. Directory.GetFiles(AppContext.BaseDirectory)];
        foreach (string file in files)
            Breach.Unless("opens for writing " + file, () => new FileStream(file, FileMode.Open, FileAccess.Write).Dispose());
    }
}
