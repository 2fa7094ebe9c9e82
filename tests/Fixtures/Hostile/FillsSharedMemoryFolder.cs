// expect: Accepted; holds: no-writes-outside

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        Breach.Unless("writes into /dev/shm", () =>
        {
            File.WriteAllText("/dev/shm/evaluator-breach", "");
            File.Delete("/dev/shm/evaluator-breach");
        });
    }
}
