// expect: Rejected
// receiveEvents takes the month as a string.

public class BostonRiskPredictor
{
    public int setup(string[] a, string[] b, string[] c, string[] d, string[] e, string[] f, string[] g, string[] h, string[] i) => 0;

    public int receiveEvents(string group, string month, string[] crm, string[] violations, string[] permits, string[] emergencies) => 0;

    public double[] predict(string group, int month, string[] locations) => [];
}
