// Behaves by the last digits of the block group; MoodSpecs says what is due to each.
using System.Diagnostics;
using System.Net.Sockets;

public class BostonRiskPredictor
{
    public int setup(string[] a, string[] b, string[] c, string[] d, string[] e, string[] f, string[] g, string[] h, string[] i) => 0;

    public int receiveEvents(string BG_ID, int month, string[] CRMs, string[] violations, string[] permits, string[] emergencies) => 0;

    public double[] predict(string BG_ID, int month, string[] locations)
    {
        int days = month is 9 or 11 ? 30 : 31;
        double[] zeros = new double[locations.Length * days * 4];
        switch (int.Parse(BG_ID[8..]))
        {
            case 2: throw new InvalidOperationException("much too much");
            case 3: Environment.FailFast("no more"); break;
            case 4: while (true) { }
            case 5:
                var kept = new List<byte[]>();
                while (true)
                {
                    byte[] block = new byte[1 << 20];
                    Array.Fill(block, (byte)1);
                    kept.Add(block);
                }
            case 6: Environment.Exit(0); break;
            case 7: return new double[zeros.Length - 1];
            case 8: zeros[5] = double.NaN; break;
            case 9: return Reaches("@SECRET@") || Reaches("/etc/passwd") || Connects() || Starts() ? [] : zeros;
            case 10: Thread.Sleep(Timeout.Infinite); break;
            case 11:
                var thread = new Thread(() => throw new InvalidOperationException("elsewhere"));
                thread.Start();
                thread.Join();
                break;
            case 12: Console.Out.Write(new string('x', 2_000_000)); break;
        }
        return zeros;
    }

    private static bool Reaches(string path)
    {
        try { return File.ReadAllBytes(path).Length >= 0; }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException) { return false; }
    }

    private static bool Connects()
    {
        try { using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp); return true; }
        catch (SocketException) { return false; }
    }

    private static bool Starts()
    {
        try { return Process.Start("/bin/sh", "-c true") is not null; }
        catch (System.ComponentModel.Win32Exception) { return false; }
    }
}
