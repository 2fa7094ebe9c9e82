// expect: MemoryLimit or TimeLimit or Accepted
// Files without a byte in them: no cap of bytes holds the kernel's memory for their names.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        try
        {
            for (int made = 0; made < 3_000_000; made++)
                File.Create($"{made}", 0).Dispose();
        }
        catch (IOException full)
        {
            Console.Error.WriteLine("refused: " + full.Message);
        }
    }
}
