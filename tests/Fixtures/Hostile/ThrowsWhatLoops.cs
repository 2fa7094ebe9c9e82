// expect: TimeLimit
// An exception whose message never ends.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => throw new Endless();
}

class Endless : Exception
{
    public override string Message
    {
        get
        {
            while (true) { }
        }
    }
}
