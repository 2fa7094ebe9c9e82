// expect: Accepted or MemoryLimit or TimeLimit or Crashed; holds: no-thread-bomb

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        ManualResetEventSlim end = new();
        int started = 0;
        try
        {
            for (; started < 20_000; started++)
                new Thread(end.Wait, maxStackSize: 128 << 10) { IsBackground = true }.Start();
            throw new Breach("20,000 threads");
        }
        catch (OutOfMemoryException refusal)
        {
            Console.Error.WriteLine($"refused: thread {started}: {refusal.Message}");
        }
        finally
        {
            end.Set();
        }
    }
}
