// expect: Crashed
// No caller is there to catch it: it ends the process.

using System.Threading.Tasks;

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        Fail();
        Thread.Sleep(Timeout.Infinite);

        static async void Fail()
        {
            await Task.Yield();
            throw new InvalidOperationException("from async void");
        }
    }
}
