// expect: TimeLimit; reason: idle

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        object first = new(), second = new();
        using Barrier bothHeld = new(2);
        Thread other = new(() => TakeBoth(second, first));
        other.Start();
        TakeBoth(first, second);

        void TakeBoth(object one, object two)
        {
            lock (one)
            {
                bothHeld.SignalAndWait();
                lock (two) { }
            }
        }
    }
}
