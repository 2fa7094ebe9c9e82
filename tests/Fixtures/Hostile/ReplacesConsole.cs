// expect: Accepted

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        Console.OpenStandardOutput().Close();
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        Console.SetIn(TextReader.Null);
        Libc.close(1);
        Libc.close(2);
    }
}
