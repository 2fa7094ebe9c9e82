// expect: Accepted
// Brings an assembly named like one that the worker itself has loaded, at another version: it must get its own.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        if (McMaster.NETCore.Plugins.PluginLoader.Whose != "the competitor's")
            throw new InvalidOperationException("got somebody else's McMaster.NETCore.Plugins");
    }
}
