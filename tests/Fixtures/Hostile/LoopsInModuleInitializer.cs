// expect: TimeLimit
// Runs before anything of the class does.

using System.Runtime.CompilerServices;

public partial class BostonRiskPredictor
{
    [ModuleInitializer]
    internal static void Loop()
    {
        while (true) { }
    }
}
