// expect: Accepted; holds: wire-intact
// Standard input was the wire's once.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        if (Console.In.Read() >= 0 || Console.OpenStandardInput().ReadByte() >= 0)
            throw new Breach("read from standard input");
    }
}
