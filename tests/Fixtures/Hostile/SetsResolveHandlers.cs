// expect: Accepted

using System.Runtime.Loader;

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        AppDomain.CurrentDomain.AssemblyResolve += (_, _) => typeof(BostonRiskPredictor).Assembly;
        AssemblyLoadContext.Default.Resolving += (_, _) => typeof(BostonRiskPredictor).Assembly;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, _) => 1;
    }
}
