// expect: Accepted or Crashed
// Fails in the block group whose id ends in 2 and plays the others well.

public partial class BostonRiskPredictor
{
    partial void OnReceiveEvents(string group, int month, string[] emergencies)
    {
        if (month == 10 && group.EndsWith('2'))
            Environment.FailFast("this block group is too much for me");
    }
}
