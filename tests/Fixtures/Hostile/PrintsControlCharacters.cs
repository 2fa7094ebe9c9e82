// expect: Accepted

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        Console.WriteLine("\e[2J\e]0;title\a\rAccepted\0\u202e");
        using Stream output = Console.OpenStandardOutput();
        output.Write([0xff, 0xfe, 0x80, 0x00, 0x1b, 0x5b]);
    }
}
