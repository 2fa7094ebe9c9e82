// expect: Accepted; holds: capped-folder
// The same in the working folder.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        byte[] content = new byte[16 << 20];
        string Name(int file) => $"evaluator-breach-{file}";
        try
        {
            Breach.Unless("writes 1 GiB into the working folder", () =>
            {
                for (int file = 0; file < 64; file++)
                    File.WriteAllBytes(Name(file), content);
            });
        }
        finally
        {
            for (int file = 0; file < 64 && File.Exists(Name(file)); file++)
                File.Delete(Name(file));
        }
    }
}
