// expect: Accepted
// A peak that is known: what is measured must not be less.

public partial class BostonRiskPredictor
{
    private readonly byte[] held = new byte[64 << 20];

    partial void OnSetup(string[] parcels) => Array.Fill(held, (byte)1);
}
