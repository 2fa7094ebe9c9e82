// expect: Rejected
// setup is not public.

public class BostonRiskPredictor
{
    internal int setup(string[] a, string[] b, string[] c, string[] d, string[] e, string[] f, string[] g, string[] h, string[] i) => 0;

    public int receiveEvents(string group, int month, string[] crm, string[] violations, string[] permits, string[] emergencies) => 0;

    public double[] predict(string group, int month, string[] locations) => [];
}
