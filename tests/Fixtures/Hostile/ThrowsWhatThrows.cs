// expect: Crashed
// An exception whose message, stack and text throw in their turn.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => throw new Trap();
}

class Trap : Exception
{
    public override string Message => throw new Trap();

    public override string? StackTrace => throw new Trap();

    public override string ToString() => throw new Trap();

    public override Exception GetBaseException() => throw new Trap();
}
