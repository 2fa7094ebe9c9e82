// expect: Rejected
// predict returns float[].

public class BostonRiskPredictor
{
    public int setup(string[] a, string[] b, string[] c, string[] d, string[] e, string[] f, string[] g, string[] h, string[] i) => 0;

    public int receiveEvents(string group, int month, string[] crm, string[] violations, string[] permits, string[] emergencies) => 0;

    public float[] predict(string group, int month, string[] locations) => [];
}
