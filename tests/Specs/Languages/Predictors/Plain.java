@BEFORE@
public class BostonRiskPredictor {
    public int setup(String[] a, String[] b, String[] c, String[] d, String[] e, String[] f, String[] g, String[] h, String[] i) { return 0; }
    public int receiveEvents(String BG_ID, int month, String[] CRMs, String[] violations, String[] permits, String[] emergencies) { return 0; }
    public double[] predict(String BG_ID, int month, String[] locations) { return new double[locations.length * (month == 9 || month == 11 ? 30 : 31) * 4]; }
}
