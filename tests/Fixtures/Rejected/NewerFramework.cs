// expect: Rejected
// Built for a framework that is not here.

[assembly: System.Runtime.Versioning.TargetFramework(".NETCoreApp,Version=v11.0", FrameworkDisplayName = ".NET 11.0")]

public partial class BostonRiskPredictor;
