// expect: Crashed or ProtocolViolation
// The wire among them.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        for (int descriptor = 0; descriptor < 1024; descriptor++)
            Libc.close(descriptor);
    }
}
