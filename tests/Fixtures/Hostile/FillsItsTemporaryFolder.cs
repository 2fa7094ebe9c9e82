// expect: Accepted; holds: capped-folder
// 1 GiB in files of 16 MiB, deleted in the end.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        string folder = Directory.CreateTempSubdirectory("evaluator-breach-").FullName;
        byte[] content = new byte[16 << 20];
        try
        {
            Breach.Unless("writes 1 GiB of temporary files", () =>
            {
                for (int file = 0; file < 64; file++)
                    File.WriteAllBytes(Path.Combine(folder, $"{file}"), content);
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
