// expect: Accepted

using System.Reflection;

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        Assembly copy = Assembly.Load(File.ReadAllBytes(typeof(BostonRiskPredictor).Assembly.Location));
        Console.WriteLine(Activator.CreateInstance(copy.GetType("BostonRiskPredictor")!));
    }
}
