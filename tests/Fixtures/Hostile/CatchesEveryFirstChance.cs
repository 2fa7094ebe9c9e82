// expect: Accepted
// A handler that sees every exception of the process before anybody else, and throws.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        AppDomain.CurrentDomain.FirstChanceException += (_, _) => s_seen++;
        try
        {
            int.Parse("x");
        }
        catch (FormatException)
        {
            Console.WriteLine(s_seen);
        }
    }

    static int s_seen;
}
