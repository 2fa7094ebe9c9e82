// expect: Accepted
// An array over the limit is refused; caught, with a valid reply, that is no failure.

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        try
        {
            GC.KeepAlive(new byte[1_200 << 20]);
        }
        catch (OutOfMemoryException)
        {
            prediction[0] = 1;
        }
    }
}
